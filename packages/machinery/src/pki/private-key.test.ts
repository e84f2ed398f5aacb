import assert from 'node:assert/strict';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { PkiError } from './errors.ts';
import { generateKeyPair, keyPairOf } from './key-pair.ts';
import { encodePem } from './pem.ts';
import { decodePkcs8PrivateKey, decodePrivateKey, encodePrivateKey } from './private-key.ts';

test('a generated key has the label of its family, is read back, and node:crypto accepts it', async () => {
	for (const [family, label] of [
		['ed25519', 'ED25519 PRIVATE KEY'],
		['ecdsa', 'EC PRIVATE KEY'],
		['rsa', 'RSA PRIVATE KEY'],
	] as const) {
		const { privateKey, publicKey } = await generateKeyPair(family, { rsaBits: 2048 });
		const pem = encodePrivateKey(privateKey);
		assert.ok(pem.startsWith(`-----BEGIN ${label}-----\n`));
		assert.deepEqual(decodePrivateKey(pem), privateKey);
		assert.deepEqual((await keyPairOf(decodePrivateKey(pem))).publicKey, publicKey);
		assert.ok(createPrivateKey(pem.replaceAll('ED25519 ', '')).asymmetricKeyType);
	}
});

test('keys that others wrote are read, in every form', () => {
	for (const curve of ['P-256', 'P-384', 'P-521'] as const) {
		const { privateKey } = generateKeyPairSync('ec', { namedCurve: curve });
		for (const type of ['sec1', 'pkcs8'] as const) {
			const key = decodePrivateKey(privateKey.export({ type, format: 'pem' }).toString());
			assert.equal(key.curve, curve);
			assert.equal(encodePrivateKey(key), privateKey.export({ type: 'sec1', format: 'pem' }));
			assert.ok(createPrivateKey({ key: Buffer.from(key.pkcs8), format: 'der', type: 'pkcs8' }).equals(privateKey));
		}
	}
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
	for (const type of ['pkcs1', 'pkcs8'] as const) {
		assert.equal(
			encodePrivateKey(decodePrivateKey(privateKey.export({ type, format: 'pem' }).toString())),
			privateKey.export({ type: 'pkcs1', format: 'pem' }),
		);
	}
});

test('what is not a key is refused with the text of upstream, and without what was in its place', () => {
	const sec1 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'der' });
	const cases: readonly (readonly [string, RegExp])[] = [
		['nothing', /^failed to parse PEM block$/],
		[encodePem('CERTIFICATE', sec1), /^unsupported key type: "CERTIFICATE"$/],
		[encodePem('ED25519 PRIVATE KEY', sec1), /^failed to parse Ed25519 key: /],
		[encodePem('RSA PRIVATE KEY', sec1), /^failed to parse RSA key: /],
		[encodePem('EC PRIVATE KEY', sec1.subarray(0, 20)), /^failed to parse ECDSA key: /],
		[encodePem('PRIVATE KEY', new Uint8Array(0)), /^failed to parse key: /],
	];
	for (const [pem, message] of cases) {
		assert.throws(
			() => decodePrivateKey(pem),
			(error) => error instanceof PkiError && message.test(error.message),
		);
	}
	assert.throws(() => decodePkcs8PrivateKey(encodePem('PRIVATE KEY', sec1)), PkiError);
});

test('an RSA key whose numbers do not belong together is refused', async () => {
	const { privateKey } = await generateKeyPair('rsa', { rsaBits: 1024 });
	const broken = Uint8Array.from(privateKey.native);
	broken[30] = (broken[30] ?? 0) ^ 1;
	assert.throws(() => decodePrivateKey(encodePem('RSA PRIVATE KEY', broken)), /invalid primes/);
});
