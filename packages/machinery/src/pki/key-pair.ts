import type { Bytes } from './der.ts';
import { importParameters, type KeyFamily } from './key-type.ts';
import { fromPkcs8, type PrivateKey } from './private-key.ts';

/** A new private key with its public half. */
export interface KeyPair {
	readonly privateKey: PrivateKey;
	/** SubjectPublicKeyInfo. */
	readonly publicKey: Bytes;
}

/** Upstream's RSA keys, unless told otherwise, have 4096 bits. */
const defaultRsaBits = 4096;

/** Generates a key: Ed25519, ECDSA on P-256, or RSA. An RSA key takes 0.3 to 2 seconds, the others less than a millisecond. */
export async function generateKeyPair(family: KeyFamily, options: { readonly rsaBits?: number } = {}): Promise<KeyPair> {
	const pair = await generate(family, options.rsaBits ?? defaultRsaBits);
	const [pkcs8, spki] = await Promise.all([
		crypto.subtle.exportKey('pkcs8', pair.privateKey),
		crypto.subtle.exportKey('spki', pair.publicKey),
	]);
	return { privateKey: fromPkcs8(new Uint8Array(pkcs8)), publicKey: new Uint8Array(spki) };
}

/** The pair of a private key that was read: its public half is computed. */
export async function keyPairOf(privateKey: PrivateKey): Promise<KeyPair> {
	const parameters = importParameters(privateKey);
	const imported = await crypto.subtle.importKey('pkcs8', privateKey.pkcs8, parameters, true, ['sign']);
	const { kty, crv, x, y, n, e } = await crypto.subtle.exportKey('jwk', imported);
	const publicHalf = Object.fromEntries(Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => value !== undefined));
	const publicKey = await crypto.subtle.importKey('jwk', publicHalf, parameters, true, ['verify']);
	return { privateKey, publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)) };
}

function generate(family: KeyFamily, rsaBits: number): Promise<CryptoKeyPair> {
	switch (family) {
		case 'ed25519':
			return crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
		case 'ecdsa':
			return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
		case 'rsa': {
			const publicExponent = Uint8Array.of(1, 0, 1);
			return crypto.subtle.generateKey({ name: 'RSASSA-PKCS1-v1_5', modulusLength: rsaBits, publicExponent, hash: 'SHA-512' }, true, [
				'sign',
				'verify',
			]);
		}
	}
}
