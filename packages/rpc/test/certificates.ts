import 'reflect-metadata';
import {
	BasicConstraintsExtension,
	ExtendedKeyUsage,
	ExtendedKeyUsageExtension,
	type JsonGeneralNames,
	KeyUsageFlags,
	KeyUsagesExtension,
	SubjectAlternativeNameExtension,
	type X509Certificate,
	X509CertificateGenerator,
} from '@peculiar/x509';

/** An authority of a test, with Ed25519 keys as a cluster has them. */
export interface TestAuthority {
	/** PEM. */
	readonly certificate: string;
	/** A server's certificate for these addresses and names. */
	server(...hosts: readonly string[]): Promise<TestIdentity>;
	/** A client's certificate with these organisations, which are its roles. */
	client(...organisations: readonly string[]): Promise<TestIdentity>;
}

/** PEM, the key under the label that Talos gives it. */
export interface TestIdentity {
	readonly certificate: string;
	readonly key: string;
}

const algorithm = { name: 'Ed25519' };

export async function createAuthority(): Promise<TestAuthority> {
	const keys = await generateKeys();
	const ca = await X509CertificateGenerator.createSelfSigned({
		name: 'O=talos',
		keys,
		signingAlgorithm: algorithm,
		notAfter: inAnHour(),
		extensions: [new BasicConstraintsExtension(true, undefined, true), new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true)],
	});
	return {
		certificate: ca.toString('pem'),
		server: async (...hosts) => {
			const names: JsonGeneralNames = hosts.map((value) => ({ type: /^[\d.]+$|:/.test(value) ? 'ip' : 'dns', value }));
			return await issue(ca, keys, 'CN=server', ExtendedKeyUsage.serverAuth, new SubjectAlternativeNameExtension(names));
		},
		client: async (...organisations) =>
			await issue(ca, keys, organisations.map((name) => `O=${name}`).join(', '), ExtendedKeyUsage.clientAuth),
	};
}

async function issue(
	ca: X509Certificate,
	{ privateKey: signingKey }: CryptoKeyPair,
	subject: string,
	usage: string,
	...extensions: readonly SubjectAlternativeNameExtension[]
): Promise<TestIdentity> {
	const keys = await generateKeys();
	const certificate = await X509CertificateGenerator.create({
		subject,
		issuer: ca.subject,
		notAfter: inAnHour(),
		publicKey: keys.publicKey,
		signingKey,
		signingAlgorithm: algorithm,
		extensions: [new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true), new ExtendedKeyUsageExtension([usage]), ...extensions],
	});
	return { certificate: certificate.toString('pem'), key: await exportKey(keys.privateKey) };
}

async function generateKeys(): Promise<CryptoKeyPair> {
	return (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
}

async function exportKey(key: CryptoKey): Promise<string> {
	const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', key)).toString('base64');
	return `-----BEGIN ED25519 PRIVATE KEY-----\n${der}\n-----END ED25519 PRIVATE KEY-----\n`;
}

function inAnHour(): Date {
	return new Date(Date.now() + 3_600_000);
}
