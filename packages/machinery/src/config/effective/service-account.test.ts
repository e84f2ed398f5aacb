import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { generateKeyPair } from '../../pki/key-pair.ts';
import { encodePrivateKey } from '../../pki/private-key.ts';
import { acceptedKeys, serviceAccount } from './service-account.ts';

test('tokens are issued for the endpoint of the cluster, unless the document says otherwise', () => {
	const cluster = { controlPlane: { endpoint: 'https://old:6443' }, serviceAccount: { key: btoa('key') } };
	assert.deepEqual(serviceAccount(configOf({ v1alpha1: { cluster } })), {
		issuingKey: 'key',
		issuerURL: 'https://old:6443',
		publicKeys: [],
		acceptedIssuers: [],
		audiences: ['https://old:6443'],
	});
	const accepted = { publicKeys: ['a'], issuers: ['https://b'] };
	const document = { issuer: { privateKey: 'new', issuerURL: 'https://new' }, accepted };
	assert.deepEqual(serviceAccount(configOf({ v1alpha1: { cluster }, KubeServiceAccountConfig: document })), {
		issuingKey: 'new',
		issuerURL: 'https://new',
		publicKeys: ['a'],
		acceptedIssuers: ['https://b'],
		audiences: ['https://new'],
	});
	assert.equal(serviceAccount(configOf({ v1alpha1: { cluster: {} } })), undefined);
});

test('the public half of the issuing key is accepted first', async () => {
	const { privateKey } = await generateKeyPair('ecdsa');
	const pem = encodePrivateKey(privateKey);
	const account = serviceAccount(
		configOf({ KubeServiceAccountConfig: { issuer: { privateKey: pem }, accepted: { publicKeys: ['other'] } } }),
	);
	const [own, ...others] = account ? await acceptedKeys(account) : [];
	const expected = createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString();
	assert.equal(own, expected.replaceAll('PUBLIC KEY', 'EC PUBLIC KEY'));
	assert.deepEqual(others, ['other']);
});

test('a key that cannot be read accepts nothing', async () => {
	const account = serviceAccount(configOf({ KubeServiceAccountConfig: { issuer: { privateKey: 'no key' } } }));
	assert.deepEqual(account && (await acceptedKeys(account)), []);
});
