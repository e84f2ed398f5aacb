import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCertificate } from '@ichor/machinery/pki';
import { generateSecrets } from '@ichor/machinery/secrets';
import { parseContract } from '@ichor/machinery/versions';
import { ClientError } from '../errors.ts';
import { adminKubeconfig } from './admin-kubeconfig.ts';
import type { Kubeconfig } from './kubeconfig.ts';
import { decodeKubeconfig, encodeKubeconfig } from './kubeconfig-text.ts';

/** What client-go v0.36.3 writes after reading the file below. */
const written = `apiVersion: v1
clusters:
- cluster:
    extensions:
    - extension:
        a: 1
      name: e
    insecure-skip-tls-verify: true
    server: https://b
  name: a10
- cluster:
    certificate-authority-data: Y2E=
    server: https://old:6443
  name: foo
contexts:
- context:
    cluster: foo
    namespace: default
    user: admin@foo
  name: admin@foo
current-context: admin@foo
kind: Config
preferences:
  colors: true
users: null
`;

test('a file is read and printed as kubectl prints it', () => {
	const text = `apiVersion: v1
kind: Config
clusters:
- name: foo
  cluster: {server: "https://old:6443", certificate-authority-data: Y2E=}
- name: a10
  cluster: {server: "https://b", insecure-skip-tls-verify: true, extensions: [{name: e, extension: {a: 1}}]}
contexts:
- name: admin@foo
  context: {cluster: foo, user: admin@foo, namespace: default}
preferences: {colors: true}
current-context: admin@foo
extra: 1
`;
	assert.equal(encodeKubeconfig(decodeKubeconfig(text)), written);
	assert.equal(encodeKubeconfig(decodeKubeconfig(written)), written);
});

test('an empty file is an empty configuration', () => {
	const empty = 'apiVersion: v1\nclusters: null\ncontexts: null\ncurrent-context: ""\nkind: Config\nusers: null\n';
	assert.equal(encodeKubeconfig(decodeKubeconfig('')), empty);
	assert.equal(encodeKubeconfig(decodeKubeconfig('{}')), empty);
});

test('what is no kubeconfig is refused', () => {
	for (const text of ['a: [', '[]', 'clusters: 5', 'clusters: [{name: a}, {name: a}]'])
		assert.throws(() => decodeKubeconfig(text), ClientError, text);
});

test('the administrator has a certificate of a year and a context named after him', async () => {
	const now = new Date('2026-11-21T12:00:00Z');
	const { certs } = await generateSecrets({ contract: parseContract('v1.6'), now });
	const config = await adminKubeconfig({ clusterName: 'c', endpoint: 'https://c:6443', authority: certs?.k8s ?? assert.fail(), now });
	const lines = encodeKubeconfig(config).replaceAll(/(data: ).*/g, '$1…');
	assert.equal(
		lines,
		`apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: …
    server: https://c:6443
  name: c
contexts:
- context:
    cluster: c
    namespace: default
    user: admin@c
  name: admin@c
current-context: admin@c
kind: Config
users:
- name: admin@c
  user:
    client-certificate-data: …
    client-key-data: …
`,
	);
	const certificate = decodeCertificate(dataOf(config, 'client-certificate-data'));
	assert.deepEqual(certificate.subject, { organization: ['system:masters'], commonName: ['admin'] });
	assert.equal(certificate.notBefore.toISOString(), '2026-11-21T11:59:50.000Z');
	assert.equal(certificate.notAfter.toISOString(), '2027-11-21T12:00:00.000Z');
	assert.match(dataOf(config, 'client-key-data'), /^-----BEGIN EC PRIVATE KEY-----/);
});

function dataOf(config: Kubeconfig, key: string): string {
	const data = config.users.get('admin@c')?.[key];
	return typeof data === 'string' ? atob(data) : assert.fail(`no ${key}`);
}
