import { quote } from '../config/quote.ts';
import { type Bytes, contextTag, der, derTag, integer, objectIdentifier, octetString, sequence } from './der.ts';
import { DerReader, DerSyntaxError, dottedObjectIdentifier } from './der-reader.ts';
import { PkiError } from './errors.ts';
import { coordinateBytes, curveOf, curveTypes, type EllipticCurve, type KeyFamily, keyTypes } from './key-type.ts';
import { decodePem, encodePem, pemLabel } from './pem.ts';

/** A private key. Its material is in these two fields and nowhere else: no error carries it. */
export interface PrivateKey {
	readonly family: KeyFamily;
	/** Of an ECDSA key only. */
	readonly curve?: EllipticCurve;
	/** PKCS #8 (RFC 5208): what WebCrypto imports. */
	readonly pkcs8: Bytes;
	/** The form in which upstream writes this family: PKCS #8 for Ed25519, SEC 1 for ECDSA, PKCS #1 for RSA. */
	readonly native: Bytes;
}

const nativeLabel = { ed25519: pemLabel.ed25519PrivateKey, ecdsa: pemLabel.ecPrivateKey, rsa: pemLabel.rsaPrivateKey } as const;

/** The PEM text that upstream writes for a key of this family. */
export function encodePrivateKey(key: PrivateKey): string {
	return encodePem(nativeLabel[key.family], key.native);
}

/**
 * Reads a private key of any form that upstream reads: `RSA PRIVATE KEY` (PKCS #1), `EC PRIVATE KEY` (SEC 1),
 * `ED25519 PRIVATE KEY` and `PRIVATE KEY` (PKCS #8).
 *
 * Throws PkiError with upstream's text.
 */
export function decodePrivateKey(pem: string): PrivateKey {
	const block = decodePem(pem);
	if (!block) throw new PkiError('malformed', 'failed to parse PEM block');
	switch (block.label) {
		case pemLabel.rsaPrivateKey:
			return reading('RSA key', () => fromPkcs1(block.bytes));
		case pemLabel.ecPrivateKey:
			return reading('ECDSA key', () => fromSec1(block.bytes));
		case pemLabel.privateKey:
			return reading('key', () => fromPkcs8(block.bytes));
		case pemLabel.ed25519PrivateKey: {
			const key = reading('Ed25519 key', () => fromPkcs8(block.bytes));
			if (key.family === 'ed25519') return key;
			throw new PkiError('mismatch', 'failed parsing Ed25519 key, got wrong key type');
		}
		default:
			throw new PkiError('unsupported', `unsupported key type: ${quote(block.label)}`);
	}
}

/** Reads a private key in PKCS #8 whatever its label says, and no other form: what `gen csr` and `gen crt` take. Throws PkiError. */
export function decodePkcs8PrivateKey(pem: string): PrivateKey {
	const block = decodePem(pem);
	if (!block) throw new PkiError('malformed', 'error decoding PEM');
	return reading('PKCS #8 key', () => fromPkcs8(block.bytes));
}

/** The key in PKCS #8 bytes. Throws DerSyntaxError. */
export function fromPkcs8(bytes: Bytes): PrivateKey {
	const outer = DerReader.sequence(bytes);
	outer.next(derTag.integer);
	const algorithm = outer.enter();
	const type = dottedObjectIdentifier(algorithm.next(derTag.objectIdentifier).content);
	const content = outer.next(derTag.octetString).content;
	switch (type) {
		case keyTypes.ed25519:
			if (DerReader.only(content, derTag.octetString).content.length !== 32) throw new DerSyntaxError('invalid Ed25519 private key length');
			return { family: 'ed25519', pkcs8: bytes, native: bytes };
		case keyTypes.ecdsa:
			return fromSec1(content, curveOf(algorithm.next(derTag.objectIdentifier).content));
		case keyTypes.rsa:
			return fromPkcs1(content);
		default:
			throw new DerSyntaxError('PKCS#8 wrapping contained private key with unknown algorithm');
	}
}

/** The key in SEC 1 bytes (RFC 5915), whose curve may stand outside of them. Throws DerSyntaxError. */
export function fromSec1(bytes: Bytes, outerCurve?: EllipticCurve): PrivateKey {
	const reader = DerReader.sequence(bytes);
	reader.next(derTag.integer);
	const scalar = reader.next(derTag.octetString).content;
	const parameters = reader.optional(contextTag(0, 'constructed'));
	const publicKey = reader.optional(contextTag(1, 'constructed'));
	reader.end();
	const curve = outerCurve ?? (parameters && curveOf(DerReader.only(parameters.content, derTag.objectIdentifier).content));
	if (!curve) throw new DerSyntaxError('unknown elliptic curve');
	const curveType = objectIdentifier(curveTypes[curve]);
	const head = [integer(1), octetString(leftPadded(scalar, coordinateBytes[curve]))];
	const tail = publicKey ? [publicKey.raw] : [];
	return {
		family: 'ecdsa',
		curve,
		pkcs8: sequence(integer(0), sequence(objectIdentifier(keyTypes.ecdsa), curveType), octetString(sequence(...head, ...tail))),
		native: sequence(...head, der(contextTag(0, 'constructed'), curveType), ...tail),
	};
}

/** The key in PKCS #1 bytes (RFC 8017, A.1.2), its numbers checked against each other. Throws DerSyntaxError. */
export function fromPkcs1(bytes: Bytes): PrivateKey {
	const reader = DerReader.sequence(bytes);
	const [version, modulus, exponent, secret, p, q] = [number(), number(), number(), number(), number(), number()];
	const _coefficients = [number(), number(), number()];
	reader.end();
	if (version !== 0n) throw new DerSyntaxError('unsupported private key version');
	if (p <= 1n || q <= 1n || p * q !== modulus) throw new DerSyntaxError('invalid primes');
	if ((exponent * secret) % (p - 1n) !== 1n || (exponent * secret) % (q - 1n) !== 1n) throw new DerSyntaxError('invalid exponents');
	return {
		family: 'rsa',
		pkcs8: sequence(integer(0), sequence(objectIdentifier(keyTypes.rsa), der(derTag.null)), octetString(bytes)),
		native: bytes,
	};

	function number(): bigint {
		const { content } = reader.next(derTag.integer);
		if (content.length === 0 || (content[0] ?? 0) >= 0x80) throw new DerSyntaxError('negative or empty number');
		return BigInt(content.reduce((digits, byte) => digits + byte.toString(16).padStart(2, '0'), '0x'));
	}
}

function leftPadded(scalar: Bytes, size: number): Bytes {
	const excess = Math.max(scalar.length - size, 0);
	if (scalar.subarray(0, excess).some((byte) => byte !== 0)) throw new DerSyntaxError('invalid private key length');
	const padded = new Uint8Array(size);
	padded.set(scalar.subarray(excess), size - (scalar.length - excess));
	return padded;
}

function reading(what: string, read: () => PrivateKey): PrivateKey {
	try {
		return read();
	} catch (error) {
		if (error instanceof DerSyntaxError) throw new PkiError('malformed', `failed to parse ${what}: ${error.message}`);
		throw error;
	}
}
