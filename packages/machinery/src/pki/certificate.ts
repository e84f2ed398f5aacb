import { type Bytes, bitString, contextTag, der, derTag, integer, sequence, time } from './der.ts';
import { DerReader, DerSyntaxError, momentOf, wholeBytes } from './der-reader.ts';
import { PkiError } from './errors.ts';
import {
	type AlternativeNames,
	type CertificateExtensions,
	decodeAlternativeNames,
	decodeExtensions,
	encodeExtensions,
	extensionType,
} from './extension.ts';
import { type DistinguishedName, decodeName, encodeName } from './name.ts';
import { decodePem } from './pem.ts';
import type { PrivateKey } from './private-key.ts';
import { decodeSignatureAlgorithm, encodeSignatureAlgorithm, type SignatureAlgorithm, sign, verify } from './signature.ts';

/** A certificate to be: everything that its issuer decides. */
export interface CertificateTemplate extends CertificateExtensions {
	readonly subject: DistinguishedName;
	/** The issuer's name as the issuer's own certificate spells it. */
	readonly issuer: Bytes;
	readonly notBefore: Date;
	readonly notAfter: Date;
	/** The subject's SubjectPublicKeyInfo. */
	readonly publicKey: Bytes;
}

/** Who signs. */
export interface Issuer {
	readonly key: PrivateKey;
	/** The SubjectPublicKeyInfo that the issuer's certificate names. */
	readonly publicKey: Bytes;
}

/**
 * Signs a certificate with a random serial number of 128 bits.
 *
 * Throws PkiError when the issuer's key is not of the algorithm's family, or not the one that its certificate names: nobody
 * could verify what it signs.
 */
export async function issueCertificate(template: CertificateTemplate, issuer: Issuer, algorithm: SignatureAlgorithm): Promise<Bytes> {
	const subject = encodeName(template.subject);
	const emptySubject = Object.values(template.subject).every((values) => values.length === 0);
	const body = sequence(
		der(contextTag(0, 'constructed'), integer(2)),
		integer(crypto.getRandomValues(new Uint8Array(16))),
		encodeSignatureAlgorithm(algorithm),
		template.issuer,
		sequence(time(template.notBefore), time(template.notAfter)),
		subject,
		template.publicKey,
		der(contextTag(3, 'constructed'), encodeExtensions(template, emptySubject)),
	);
	const signature = await sign(issuer.key, algorithm, body);
	if (!(await verify(issuer.publicKey, algorithm, signature, body))) {
		throw new PkiError('mismatch', "x509: provided PrivateKey doesn't match parent's PublicKey");
	}
	return sequence(body, encodeSignatureAlgorithm(algorithm), bitString(signature));
}

/** A certificate that was read. Names and keys are kept as they are encoded. */
export interface Certificate {
	readonly bytes: Bytes;
	readonly issuer: Bytes;
	readonly encodedSubject: Bytes;
	readonly subject: DistinguishedName;
	readonly notBefore: Date;
	readonly notAfter: Date;
	/** SubjectPublicKeyInfo. */
	readonly publicKey: Bytes;
	/** Undefined for an algorithm that upstream does not use. */
	readonly signatureAlgorithm: SignatureAlgorithm | undefined;
	readonly subjectKeyId: Bytes | undefined;
	readonly alternativeNames: AlternativeNames;
}

/** Reads the first certificate of a PEM text. Throws PkiError with upstream's text. */
export function decodeCertificate(pem: string): Certificate {
	const block = decodePem(pem);
	if (!block) throw new PkiError('malformed', 'failed to parse PEM block');
	try {
		return readCertificate(block.bytes);
	} catch (error) {
		if (error instanceof DerSyntaxError)
			throw new PkiError('malformed', 'failed to parse certificate: x509: malformed certificate', { cause: error });
		throw error;
	}
}

/** Throws DerSyntaxError. */
function readCertificate(bytes: Bytes): Certificate {
	const outer = DerReader.sequence(bytes);
	const body = outer.enter();
	body.optional(contextTag(0, 'constructed'));
	body.next(derTag.integer);
	const algorithm = body.next(derTag.sequence);
	const issuer = body.next(derTag.sequence).raw;
	const validity = body.enter();
	const [notBefore, notAfter] = [momentOf(validity.next()), momentOf(validity.next())];
	const encodedSubject = body.next(derTag.sequence).raw;
	const publicKey = body.next(derTag.sequence).raw;
	body.optional(contextTag(1, 'primitive'));
	body.optional(contextTag(2, 'primitive'));
	const wrapped = body.optional(contextTag(3, 'constructed'));
	body.end();
	outer.next(derTag.sequence);
	wholeBytes(outer.next(derTag.bitString).content);
	outer.end();

	const extensions = wrapped ? decodeExtensions(wrapped.content) : new Map<string, Bytes>();
	const subjectKeyId = extensions.get(extensionType.subjectKeyIdentifier);
	const names = extensions.get(extensionType.subjectAlternativeName);
	return {
		bytes,
		issuer,
		encodedSubject,
		subject: decodeName(encodedSubject),
		notBefore,
		notAfter,
		publicKey,
		signatureAlgorithm: decodeSignatureAlgorithm(algorithm.raw),
		subjectKeyId: subjectKeyId && DerReader.only(subjectKeyId, derTag.octetString).content,
		alternativeNames: names ? decodeAlternativeNames(names) : { dnsNames: [], addresses: [] },
	};
}
