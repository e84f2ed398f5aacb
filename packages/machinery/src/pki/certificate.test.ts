import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { createAuthority } from './authority.ts';
import { decodeCertificate } from './certificate.ts';
import { PkiError } from './errors.ts';
import { generateKeyPair } from './key-pair.ts';
import { decodePem, encodePem } from './pem.ts';
import { decodePrivateKey, encodePrivateKey } from './private-key.ts';
import { createRequest, decodeRequest } from './request.ts';

const [notBefore, notAfter] = [new Date('2026-11-21T12:00:00Z'), new Date('2036-11-18T12:00:00Z')];
const keys = await generateKeyPair('ecdsa');
const names = { dnsNames: ['a.example'], addresses: [Uint8Array.of(10, 0, 0, 1)] };
const { crt } = await createAuthority({
	family: 'ed25519',
	subject: { organization: ['talos'] },
	alternativeNames: names,
	notBefore,
	notAfter,
});
const request = await createRequest(keys, { commonName: ['node'] }, names);

test('a certificate is read as node:crypto reads it', () => {
	const [ours, theirs] = [decodeCertificate(crt), new X509Certificate(crt)];
	assert.equal(ours.notAfter.getTime(), theirs.validToDate.getTime());
	assert.deepEqual(ours.subject, { organization: ['talos'] });
	assert.deepEqual(ours.alternativeNames, names);
	assert.equal(ours.signatureAlgorithm, 'ed25519');
	assert.deepEqual(Buffer.from(ours.publicKey), theirs.publicKey.export({ type: 'spki', format: 'der' }));
});

test('what is no certificate is refused with the text of upstream', () => {
	assert.throws(() => decodeCertificate('nothing'), { message: 'failed to parse PEM block' });
	assert.throws(() => decodeCertificate(encodePem('CERTIFICATE', keys.publicKey)), {
		message: 'failed to parse certificate: x509: malformed certificate',
	});
});

/** A text with a byte changed, or cut off: read, or refused with our own error; a changed request is never granted. */
for (const [what, text, read] of [
	['certificate', crt, decodeCertificate],
	['private key', encodePrivateKey(keys.privateKey), decodePrivateKey],
	['request', request, decodeRequest],
] as const) {
	test(`a damaged ${what} is read or refused, never anything else`, async () => {
		const { label, bytes } = decodePem(text) ?? assert.fail();
		const position = fc.nat({ max: bytes.length - 1 });
		await fc.assert(
			fc.asyncProperty(position, fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, difference, cut) => {
				const damaged = cut ? bytes.slice(0, at) : bytes.slice();
				if (!cut) damaged[at] = (damaged[at] ?? 0) ^ difference;
				try {
					await read(encodePem(label, damaged));
					assert.notEqual(what, 'request', 'a request with another content must not be granted');
				} catch (error) {
					assert.ok(error instanceof PkiError, String(error));
				}
			}),
			{ numRuns: 300 },
		);
	});
}
