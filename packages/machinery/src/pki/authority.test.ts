import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type AuthorityOptions, createAuthority, issueKeyPair, signRequest } from './authority.ts';
import { decodeCertificate } from './certificate.ts';
import { PkiError } from './errors.ts';
import { certificateFingerprint, publicKeyHash } from './fingerprint.ts';
import { generateKeyPair } from './key-pair.ts';
import { encodePrivateKey } from './private-key.ts';
import { createRequest, decodeRequest } from './request.ts';

/** An independent judge, where there is one. */
const needsOpenssl = { skip: spawnSync('openssl', ['version']).status === 0 ? false : 'openssl is not installed' };

const start = new Date('2026-11-21T12:16:39.750Z');
const end = new Date('2036-11-18T12:16:39.750Z');
const client = { notBefore: start, notAfter: end, keyUsage: ['digitalSignature'], extendedKeyUsage: ['clientAuth'] } as const;

const talos: AuthorityOptions = { family: 'ed25519', subject: { organization: ['talos'] }, notBefore: start, notAfter: end };

for (const family of ['ed25519', 'ecdsa', 'rsa'] as const) {
	test(`an authority of family ${family} signs a leaf that node:crypto verifies`, async () => {
		const ca = await createAuthority({ ...talos, family, rsaBits: 2048 });
		const leaf = await issueKeyPair(ca, { organization: ['os:reader', 'os:admin'] }, client);
		const authority = new X509Certificate(ca.crt);
		const certificate = new X509Certificate(leaf.crt);

		assert.equal(authority.ca, true);
		assert.ok(authority.verify(authority.publicKey));
		assert.ok(certificate.verify(authority.publicKey));
		assert.ok(certificate.checkIssued(authority));
		assert.ok(certificate.checkPrivateKey(createPrivateKey(leaf.key.replaceAll('ED25519 PRIVATE', 'PRIVATE'))));
		assert.equal(certificate.validFrom, 'Nov 21 12:16:39 2026 GMT');
		assert.deepEqual(decodeCertificate(leaf.crt).subject, { organization: ['os:admin', 'os:reader'] });
	});
}

test('an Ed25519 authority has the structure of upstream, field by field', needsOpenssl, async () => {
	const ca = await createAuthority(talos);
	const text = openssl(['asn1parse'], ca.crt).replaceAll(/ +/g, ' ');
	const shape = text
		.split('\n')
		.map((line) => line.replace(/^.*?(?:prim|cons): /, '').trim())
		.map((line) => line.replace(/^(INTEGER :)[0-9A-F]{28,}$/, '$1<serial>').replace(/(:0414)[0-9A-F]{40}$/, '$1<key id>'));
	assert.deepEqual(shape, [
		'SEQUENCE',
		'SEQUENCE',
		'cont [ 0 ]',
		'INTEGER :02',
		'INTEGER :<serial>',
		'SEQUENCE',
		'OBJECT :ED25519',
		'SEQUENCE',
		'SET',
		'SEQUENCE',
		'OBJECT :organizationName',
		'PRINTABLESTRING :talos',
		'SEQUENCE',
		'UTCTIME :261121121639Z',
		'UTCTIME :361118121639Z',
		'SEQUENCE',
		'SET',
		'SEQUENCE',
		'OBJECT :organizationName',
		'PRINTABLESTRING :talos',
		'SEQUENCE',
		'SEQUENCE',
		'OBJECT :ED25519',
		'BIT STRING',
		'cont [ 3 ]',
		'SEQUENCE',
		'SEQUENCE',
		'OBJECT :X509v3 Key Usage',
		'BOOLEAN :255',
		'OCTET STRING [HEX DUMP]:03020284',
		'SEQUENCE',
		'OBJECT :X509v3 Extended Key Usage',
		'OCTET STRING [HEX DUMP]:301406082B0601050507030106082B06010505070302',
		'SEQUENCE',
		'OBJECT :X509v3 Basic Constraints',
		'BOOLEAN :255',
		'OCTET STRING [HEX DUMP]:30030101FF',
		'SEQUENCE',
		'OBJECT :X509v3 Subject Key Identifier',
		'OCTET STRING [HEX DUMP]:0414<key id>',
		'SEQUENCE',
		'OBJECT :ED25519',
		'BIT STRING',
		'',
	]);
});

test('openssl verifies the chain and reads the request', needsOpenssl, async () => {
	const ca = await createAuthority(talos);
	const keys = await generateKeyPair('ed25519');
	const names = { dnsNames: ['node.example'], addresses: [Uint8Array.of(10, 0, 0, 1)] };
	const request = await createRequest(keys, { organization: ['os:admin'], commonName: ['node'] }, names);
	const leaf = await signRequest(ca, request, client);

	const folder = mkdtempSync(join(tmpdir(), 'ichor-pki-'));
	writeFileSync(join(folder, 'ca.crt'), ca.crt);
	writeFileSync(join(folder, 'leaf.crt'), leaf);
	assert.match(
		execFileSync('openssl', ['verify', '-attime', '1800000000', '-CAfile', join(folder, 'ca.crt'), join(folder, 'leaf.crt')], {
			encoding: 'utf8',
		}),
		/: OK/,
	);
	assert.match(openssl(['req', '-noout', '-verify', '-text'], request), /DNS:node\.example, IP Address:10\.0\.0\.1/);
	assert.match(
		openssl(['x509', '-noout', '-text'], leaf),
		/Subject: O = os:admin, CN = node[^]*TLS Web Client Authentication[^]*DNS:node\.example, IP Address:10\.0\.0\.1/,
	);
	const digest = openssl(['x509', '-noout', '-pubkey'], leaf);
	assert.equal(await publicKeyHash(leaf), `sha256:${openssl(['pkey', '-pubin', '-outform', 'DER'], digest, 'sha256')}`);
	assert.equal(
		Buffer.from(await certificateFingerprint(leaf), 'base64').toString('hex'),
		(await publicKeyHash(leaf)).slice('sha256:'.length),
	);
});

test('a request whose signature does not fit is refused', async () => {
	const keys = await generateKeyPair('ed25519');
	const other = await generateKeyPair('ed25519');
	const forged = await createRequest({ privateKey: other.privateKey, publicKey: keys.publicKey }, {}, { dnsNames: [], addresses: [] });
	await assert.rejects(decodeRequest(forged), (error) => error instanceof PkiError && error.code === 'mismatch');
});

test('an authority whose key is not the one of its certificate is refused, and no key is in the message', async () => {
	const ca = await createAuthority(talos);
	const other = encodePrivateKey((await generateKeyPair('ed25519')).privateKey);
	await assert.rejects(issueKeyPair({ crt: ca.crt, key: other }, {}, client), (error) => {
		assert.ok(error instanceof PkiError);
		assert.equal(error.message, "x509: provided PrivateKey doesn't match parent's PublicKey");
		return true;
	});
});

test('a serial number of 128 bits is positive and in its shortest form, whatever its first bits are', async () => {
	const serials = new Set<string>();
	const ca = await createAuthority(talos);
	for (let round = 0; round < 50; round++) serials.add(new X509Certificate((await issueKeyPair(ca, {}, client)).crt).serialNumber);
	assert.equal(serials.size, 50);
	for (const serial of serials) assert.match(serial, /^[0-9A-F]{1,32}$/);
});

function openssl(args: readonly string[], input: string, digest?: 'sha256'): string {
	if (digest) {
		const der = execFileSync('openssl', args, { input });
		return execFileSync('openssl', ['dgst', '-sha256', '-r'], { input: der, encoding: 'utf8' }).slice(0, 64);
	}
	return execFileSync('openssl', args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
}
