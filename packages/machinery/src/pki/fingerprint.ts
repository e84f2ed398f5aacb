import { encodeBase64 } from './base64.ts';
import { decodeCertificate } from './certificate.ts';

/**
 * The SHA-256 of a certificate's public key, as `gen ca` writes it and kubeadm takes it: `sha256:` and hexadecimal.
 *
 * Throws PkiError.
 */
export async function publicKeyHash(certificatePem: string): Promise<string> {
	const digest = await publicKeyDigest(certificatePem);
	return `sha256:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The same digest in base64: what `--cert-fingerprint` takes and the maintenance mode shows. Throws PkiError. */
export async function certificateFingerprint(certificatePem: string): Promise<string> {
	return encodeBase64(await publicKeyDigest(certificatePem));
}

async function publicKeyDigest(certificatePem: string): Promise<Uint8Array> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', decodeCertificate(certificatePem).publicKey));
}
