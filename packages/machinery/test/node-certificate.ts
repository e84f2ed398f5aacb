import { addressBytes, type CertificateAndKey, issueKeyPair } from '../src/pki/index.ts';
import type { SecretsBundle } from '../src/secrets/index.ts';

/** What a node at 127.0.0.1 shows to its clients, for an hour: signed by the authority of its cluster. */
export async function nodeCertificate({ certs }: SecretsBundle, now: Date, name = 'node'): Promise<CertificateAndKey> {
	if (certs?.os === undefined) throw new Error('these secrets have no authority for the API');
	return await issueKeyPair(
		certs.os,
		{ commonName: [name] },
		{
			notBefore: now,
			notAfter: new Date(now.getTime() + 3_600_000),
			keyUsage: ['digitalSignature'],
			extendedKeyUsage: ['serverAuth'],
			alternativeNames: { dnsNames: [], addresses: [await addressBytes('127.0.0.1')] },
		},
	);
}
