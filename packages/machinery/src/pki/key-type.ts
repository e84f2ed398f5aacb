import { type Bytes, derTag } from './der.ts';
import { DerReader, DerSyntaxError, dottedObjectIdentifier } from './der-reader.ts';

export type KeyFamily = 'ed25519' | 'ecdsa' | 'rsa';

export type EllipticCurve = 'P-256' | 'P-384' | 'P-521';

/** The object identifiers of key algorithms: RFC 8410, RFC 5480, RFC 8017. */
export const keyTypes = { ed25519: '1.3.101.112', ecdsa: '1.2.840.10045.2.1', rsa: '1.2.840.113549.1.1.1' } as const;

export const curveTypes = { 'P-256': '1.2.840.10045.3.1.7', 'P-384': '1.3.132.0.34', 'P-521': '1.3.132.0.35' } as const;

/** The length of a scalar or of one coordinate. */
export const coordinateBytes = { 'P-256': 32, 'P-384': 48, 'P-521': 66 } as const;

/** What a SubjectPublicKeyInfo says about its key. */
export interface PublicKeyType {
	readonly family: KeyFamily;
	readonly curve?: EllipticCurve;
}

/** Throws DerSyntaxError, also for an algorithm or a curve that is none of ours. */
export function publicKeyType(spki: Bytes): PublicKeyType {
	const algorithm = DerReader.sequence(spki).enter();
	const type = dottedObjectIdentifier(algorithm.next(derTag.objectIdentifier).content);
	switch (type) {
		case keyTypes.ed25519:
			return { family: 'ed25519' };
		case keyTypes.rsa:
			return { family: 'rsa' };
		case keyTypes.ecdsa:
			return { family: 'ecdsa', curve: curveOf(algorithm.next(derTag.objectIdentifier).content) };
		default:
			throw new DerSyntaxError('unknown public key algorithm');
	}
}

/** The curve that an OBJECT IDENTIFIER's content names. Throws DerSyntaxError. */
export function curveOf(content: Uint8Array): EllipticCurve {
	const type = dottedObjectIdentifier(content);
	for (const curve of ['P-256', 'P-384', 'P-521'] as const) if (curveTypes[curve] === type) return curve;
	throw new DerSyntaxError('unknown elliptic curve');
}

/** How WebCrypto is told what a key is. The hash matters for RSA only, whose keys are bound to one. */
export function importParameters(
	key: PublicKeyType,
	hash: 'SHA-256' | 'SHA-384' | 'SHA-512' = 'SHA-512',
): EcKeyImportParams | RsaHashedImportParams | string {
	if (key.family === 'ed25519') return 'Ed25519';
	if (key.family === 'ecdsa') return { name: 'ECDSA', namedCurve: key.curve ?? 'P-256' };
	return { name: 'RSASSA-PKCS1-v1_5', hash };
}
