import { type Bytes, der, derTag, integer, objectIdentifier, sequence } from './der.ts';
import { DerReader, DerSyntaxError, dottedObjectIdentifier } from './der-reader.ts';
import { PkiError } from './errors.ts';
import { coordinateBytes, type EllipticCurve, importParameters, type KeyFamily, type PublicKeyType, publicKeyType } from './key-type.ts';
import type { PrivateKey } from './private-key.ts';

/** The signature algorithms of upstream's certificates: PureEdDSA, ECDSA and PKCS #1 v1.5, by their hash. */
export type SignatureAlgorithm = keyof typeof algorithms;

const algorithms = {
	ed25519: { type: '1.3.101.112', family: 'ed25519', hash: undefined },
	'ecdsa-sha256': { type: '1.2.840.10045.4.3.2', family: 'ecdsa', hash: 'SHA-256' },
	'ecdsa-sha384': { type: '1.2.840.10045.4.3.3', family: 'ecdsa', hash: 'SHA-384' },
	'ecdsa-sha512': { type: '1.2.840.10045.4.3.4', family: 'ecdsa', hash: 'SHA-512' },
	'rsa-sha256': { type: '1.2.840.113549.1.1.11', family: 'rsa', hash: 'SHA-256' },
	'rsa-sha384': { type: '1.2.840.113549.1.1.12', family: 'rsa', hash: 'SHA-384' },
	'rsa-sha512': { type: '1.2.840.113549.1.1.13', family: 'rsa', hash: 'SHA-512' },
} as const;

const ofCurve = { 'P-256': 'ecdsa-sha256', 'P-384': 'ecdsa-sha384', 'P-521': 'ecdsa-sha512' } as const;

/** What upstream signs with when the key alone decides. */
export function defaultSignatureAlgorithm(key: PublicKeyType): SignatureAlgorithm {
	if (key.family === 'ed25519') return 'ed25519';
	return key.family === 'rsa' ? 'rsa-sha512' : ofCurve[key.curve ?? 'P-256'];
}

export function familyOf(algorithm: SignatureAlgorithm): KeyFamily {
	return algorithms[algorithm].family;
}

export function encodeSignatureAlgorithm(algorithm: SignatureAlgorithm): Bytes {
	const { type, family } = algorithms[algorithm];
	return sequence(objectIdentifier(type), ...(family === 'rsa' ? [der(derTag.null)] : []));
}

/** The algorithm that an AlgorithmIdentifier names; undefined when it is none of ours. Throws DerSyntaxError. */
export function decodeSignatureAlgorithm(identifier: Bytes): SignatureAlgorithm | undefined {
	const type = dottedObjectIdentifier(DerReader.sequence(identifier).next(derTag.objectIdentifier).content);
	return (Object.keys(algorithms) as SignatureAlgorithm[]).find((name) => algorithms[name].type === type);
}

/** Signs `data`. Throws PkiError when the key is not of the algorithm's family. */
export async function sign(key: PrivateKey, algorithm: SignatureAlgorithm, data: Bytes): Promise<Bytes> {
	const { family } = algorithms[algorithm];
	if (family !== key.family) throw new PkiError('mismatch', 'x509: requested SignatureAlgorithm does not match private key type');
	const cryptoKey = await crypto.subtle.importKey('pkcs8', key.pkcs8, importParameters(key, algorithms[algorithm].hash), false, ['sign']);
	const signature = new Uint8Array(await crypto.subtle.sign(parameters(algorithm), cryptoKey, data));
	return family === 'ecdsa' ? toDerPair(signature) : signature;
}

/** Whether `signature` over `data` was made with the private half of `publicKey` (a SubjectPublicKeyInfo). */
export async function verify(publicKey: Bytes, algorithm: SignatureAlgorithm, signature: Bytes, data: Bytes): Promise<boolean> {
	try {
		const type = publicKeyType(publicKey);
		if (type.family !== algorithms[algorithm].family) return false;
		const cryptoKey = await crypto.subtle.importKey('spki', publicKey, importParameters(type, algorithms[algorithm].hash), false, [
			'verify',
		]);
		const raw = type.curve ? fromDerPair(signature, type.curve) : signature;
		return await crypto.subtle.verify(parameters(algorithm), cryptoKey, raw, data);
	} catch (error) {
		if (error instanceof DerSyntaxError || error instanceof DOMException) return false;
		throw error;
	}
}

function parameters(algorithm: SignatureAlgorithm): EcdsaParams | string {
	const { family, hash } = algorithms[algorithm];
	if (family === 'ed25519') return 'Ed25519';
	return family === 'ecdsa' ? { name: 'ECDSA', hash } : 'RSASSA-PKCS1-v1_5';
}

/** WebCrypto gives r and s side by side, X.509 wants them in a SEQUENCE. */
function toDerPair(signature: Bytes): Bytes {
	const half = signature.length / 2;
	return sequence(integer(signature.subarray(0, half)), integer(signature.subarray(half)));
}

function fromDerPair(signature: Bytes, curve: EllipticCurve): Bytes {
	const size = coordinateBytes[curve];
	const pair = new Uint8Array(size * 2);
	const reader = DerReader.sequence(signature);
	for (const end of [size, size * 2]) {
		const { content } = reader.next(derTag.integer);
		const digits = content[0] === 0 ? content.subarray(1) : content;
		if (digits.length > size) throw new DerSyntaxError('signature does not fit its curve');
		pair.set(digits, end - digits.length);
	}
	reader.end();
	return pair;
}
