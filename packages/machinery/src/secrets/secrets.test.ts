import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MachineConfig } from '../config/document.ts';
import { ConfigError } from '../config/errors.ts';
import { generateConfig } from '../generate/generate-config.ts';
import { decodeCertificate } from '../pki/certificate.ts';
import { decodePrivateKey } from '../pki/private-key.ts';
import { currentContract, parseContract, type TalosContract } from '../versions/contract.ts';
import type { SecretsBundle } from './bundle.ts';
import { generateClientCertificate } from './client-certificate.ts';
import { generateSecrets } from './generate-secrets.ts';
import { secretsFromConfig } from './secrets-from-config.ts';
import { secretsFromKubernetesPki } from './secrets-from-kubernetes-pki.ts';
import { validateSecrets } from './validate-secrets.ts';

const now = new Date('2026-11-21T12:00:00Z');
/** No RSA key: it would take most of the tests' time. */
const elliptic = parseContract('v1.6');
const withoutBoth: TalosContract = { ...currentContract, withoutKubernetes: true, withoutEtcd: true };
const bundle = await generateSecrets({ contract: elliptic, now });

test('a new bundle is valid for its contract, and has what the contract needs', async () => {
	for (const contract of [parseContract('v1.0'), parseContract('v1.3'), elliptic, withoutBoth]) {
		const made = await generateSecrets({ contract, now });
		validateSecrets(made, contract);
		assert.equal(made.secrets?.secretboxEncryptionSecret !== undefined, contract.minor >= 3);
		assert.equal(made.secrets?.aescbcEncryptionSecret !== undefined, contract.minor === 0 && !contract.withoutKubernetes);
	}
	const without = await generateSecrets({ contract: withoutBoth, now });
	assert.deepEqual(Object.keys(without.certs ?? {}), ['os']);
});

test('the service account key is RSA with 4096 bits from 1.7 on', async () => {
	const { certs } = await generateSecrets({ contract: parseContract('v1.7'), now });
	assert.equal(decodePrivateKey(certs?.k8sServiceAccount?.key ?? '').family, 'rsa');
	assert.ok((certs?.k8sServiceAccount?.key.length ?? 0) > 3000);
	assert.equal(decodePrivateKey(bundle.certs?.k8sServiceAccount?.key ?? '').family, 'ecdsa');
});

test('tokens, identifiers and authorities have their forms', () => {
	assert.match(bundle.secrets?.bootstrapToken ?? '', /^[\da-z]{6}\.[\da-z]{16}$/);
	assert.match(bundle.trustdInfo?.token ?? '', /^[\da-z]{6}\.[\da-z]{16}$/);
	assert.match(bundle.cluster?.id ?? '', /^[\w-]{43}=$/);
	assert.equal(atob(bundle.cluster?.secret ?? '').length, 32);
	const { etcd, k8s, k8sAggregator, os } = bundle.certs ?? {};
	const organizations = [etcd, k8s, k8sAggregator, os].map((authority) => decodeCertificate(authority?.crt ?? '').subject);
	assert.deepEqual(organizations, [{ organization: ['etcd'] }, { organization: ['kubernetes'] }, {}, { organization: ['talos'] }]);
	const { notBefore, notAfter } = decodeCertificate(os?.crt ?? '');
	assert.equal(notBefore.toISOString(), '2026-11-21T12:00:00.000Z');
	assert.equal(notAfter.toISOString(), '2036-11-18T12:00:00.000Z');
});

test('what is given is kept, and only the rest is made', async () => {
	const made = await generateSecrets({
		contract: elliptic,
		now,
		given: { trustdInfo: { token: 'a.b' }, certs: { os: { crt: 'c', key: 'k' } } },
	});
	assert.equal(made.trustdInfo?.token, 'a.b');
	assert.deepEqual(made.certs?.os, { crt: 'c', key: 'k' });
	assert.ok(made.certs?.etcd);
});

test('a client certificate carries the roles and lasts a year', async () => {
	const certificate = decodeCertificate((await generateClientCertificate(bundle, { roles: ['os:reader', 'os:admin'], now })).crt);
	assert.deepEqual(certificate.subject, { organization: ['os:admin', 'os:reader'] });
	assert.equal(certificate.notAfter.toISOString(), '2027-11-21T12:00:00.000Z');
});

test('everything that is missing is listed, and no secret', () => {
	assert.throws(() => validateSecrets({}), {
		message: '4 errors occurred:\n\t* cluster is required\n\t* secrets is required\n\t* trustdinfo is required\n\t* certs is required\n\n',
	});
	const broken: SecretsBundle = { ...bundle, certs: { ...bundle.certs, os: { crt: bundle.certs?.os?.crt ?? '', key: 'not a key' } } };
	assert.throws(
		() => validateSecrets(broken),
		(error) =>
			error instanceof ConfigError && error.message === '1 error occurred:\n\t* certs.os is invalid: failed to parse PEM block\n\n',
	);
	assert.throws(
		() => validateSecrets({ ...bundle, secrets: { bootstrapToken: 'a.b', secretboxEncryptionSecret: 'x', aescbcEncryptionSecret: 'y' } }),
		/only one of/,
	);
});

test('a bundle comes back out of the configuration of a control plane, in every contract', async () => {
	for (const contract of [elliptic, parseContract('v1.13'), currentContract]) {
		const config = generateConfig(
			{ clusterName: 'c', endpoint: 'https://c:6443', kubernetesVersion: '1.36.0', secrets: bundle, contract },
			'controlplane',
		);
		assert.deepEqual(secretsFromConfig(config), bundle);
	}
});

test('the configuration of a worker gives only what it holds', () => {
	const config = generateConfig({ clusterName: 'c', endpoint: 'https://c:6443', kubernetesVersion: '1.36.0', secrets: bundle }, 'worker');
	const found = secretsFromConfig(config);
	assert.deepEqual(Object.keys(found.certs ?? {}), ['k8s', 'os']);
	assert.equal(found.certs?.os?.key, '');
	const rootless: MachineConfig = { documents: config.documents.slice(1) };
	assert.throws(() => secretsFromConfig(rootless), ConfigError);
});

test('the authorities of a kubeadm cluster are taken over', async () => {
	const { etcd, k8s, k8sAggregator, k8sServiceAccount } = bundle.certs ?? {};
	const files = new Map([
		['ca.crt', k8s?.crt],
		['ca.key', k8s?.key],
		['etcd/ca.crt', etcd?.crt],
		['etcd/ca.key', etcd?.key],
		['front-proxy-ca.crt', k8sAggregator?.crt],
		['front-proxy-ca.key', k8sAggregator?.key],
		['sa.key', k8sServiceAccount?.key],
	]);
	const readFile = async (path: string) => files.get(path) ?? assert.fail(path);
	const made = await secretsFromKubernetesPki({ readFile, bootstrapToken: 'given.token', contract: elliptic, now });
	validateSecrets(made, elliptic);
	assert.equal(made.secrets?.bootstrapToken, 'given.token');
	assert.deepEqual({ ...made.certs, os: bundle.certs?.os }, bundle.certs);
	files.set('sa.key', k8s?.crt);
	await assert.rejects(secretsFromKubernetesPki({ readFile, contract: elliptic, now }), { message: 'unsupported key type: "CERTIFICATE"' });
});
