import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError } from '../config/errors.ts';
import { parseContract } from '../versions/contract.ts';
import { generateSecrets } from './generate-secrets.ts';
import { decodeSecrets, encodeSecrets } from './secrets-file.ts';
import { decodeSecretsJson, encodeSecretsJson } from './secrets-json.ts';

const now = new Date('2026-11-21T12:00:00Z');
const bundle = await generateSecrets({ contract: parseContract('v1.6'), now });

/** A bundle without Kubernetes, as talosctl v1.14.0-rc.1 prints it: pointers to nothing are null. */
const partial = `cluster:
    id: aWQ=
    secret: c2VjcmV0
secrets: null
trustdinfo:
    token: abc.def
certs:
    etcd: null
    k8s: null
    k8saggregator: null
    k8sserviceaccount: null
    os:
        crt: Y3J0
        key: a2V5
`;

test('a bundle survives the file and the JSON form', () => {
	assert.deepEqual(decodeSecrets(encodeSecrets(bundle)), bundle);
	assert.deepEqual(decodeSecretsJson(encodeSecretsJson(bundle)), bundle);
});

test('what is missing is null in the file, and missing again when it is read', () => {
	const read = decodeSecrets(partial);
	assert.deepEqual(read, {
		cluster: { id: 'aWQ=', secret: 'c2VjcmV0' },
		trustdInfo: { token: 'abc.def' },
		certs: { os: { crt: 'crt', key: 'key' } },
	});
	assert.equal(encodeSecrets(read), partial);
	assert.equal(
		encodeSecretsJson(read),
		'{"Cluster":{"Id":"aWQ=","Secret":"c2VjcmV0"},"Secrets":null,"TrustdInfo":{"Token":"abc.def"},"Certs":{"Etcd":null,"K8s":null,"K8sAggregator":null,"K8sServiceAccount":null,"OS":{"Crt":"Y3J0","Key":"a2V5"}}}',
	);
	assert.deepEqual(decodeSecretsJson(encodeSecretsJson(read)), read);
});

test('unknown keys, later documents and a key that was taken out are passed on as upstream does', () => {
	const text = 'cluster: {id: 5, other: 1}\nextra: [1]\ncerts: {os: {crt: "", key: "******"}}\n---\ncluster: {id: later}\n';
	const read = decodeSecrets(text);
	assert.deepEqual(read, { cluster: { id: '5', secret: '' }, certs: { os: { crt: '', key: '******' } } });
	assert.match(encodeSecrets(read), /\n {8}key: '\*{6}'\n$/);
});

test('a PEM text of any bytes survives', () => {
	const bytes = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)).join('');
	const odd = { certs: { os: { crt: bytes, key: bytes } } };
	assert.deepEqual(decodeSecrets(encodeSecrets(odd)), odd);
});

test('a file that does not fit is refused with its lines, and without its secrets', () => {
	const secret = 'c2VjcmV0c2VjcmV0';
	for (const text of [
		'',
		'[]',
		'5',
		`certs: {os: {crt: "${secret}%", key: ""}}`,
		`cluster: {id: [${secret}]}`,
		`secrets: ${secret}`,
		`a: [${secret}`,
	]) {
		assert.throws(
			() => decodeSecrets(text),
			(error) => error instanceof ConfigError && !error.message.includes(secret),
			text,
		);
	}
	assert.throws(
		() => decodeSecretsJson(`{"Cluster": ${secret}`),
		(error) => error instanceof ConfigError && !error.message.includes(secret),
	);
	assert.throws(() => decodeSecretsJson('[]'), ConfigError);
});
