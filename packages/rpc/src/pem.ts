/**
 * A private key under the label that OpenSSL knows. Talos labels Ed25519 keys `ED25519 PRIVATE KEY`; what is inside is PKCS#8.
 */
export function plainKey(pem: string): string {
	return pem.replaceAll('ED25519 PRIVATE KEY-----', 'PRIVATE KEY-----');
}
