import { type CertificateTemplate, decodeCertificate, type Issuer, issueCertificate } from './certificate.ts';
import { type Bytes, compareBytes } from './der.ts';
import { PkiError } from './errors.ts';
import type { AlternativeNames, ExtendedKeyUsage, KeyUsage } from './extension.ts';
import { generateKeyPair } from './key-pair.ts';
import type { KeyFamily } from './key-type.ts';
import { type DistinguishedName, encodeName } from './name.ts';
import { encodePem, pemLabel } from './pem.ts';
import { decodePrivateKey, encodePrivateKey } from './private-key.ts';
import { decodeRequest } from './request.ts';
import { defaultSignatureAlgorithm, familyOf, type SignatureAlgorithm } from './signature.ts';

/** A certificate and its private key, both PEM. */
export interface CertificateAndKey {
	readonly crt: string;
	readonly key: string;
}

export interface Validity {
	readonly notBefore: Date;
	readonly notAfter: Date;
}

export interface AuthorityOptions extends Validity {
	readonly family: KeyFamily;
	readonly subject: DistinguishedName;
	readonly alternativeNames?: AlternativeNames;
	readonly rsaBits?: number;
}

const noNames: AlternativeNames = { dnsNames: [], addresses: [] };

/**
 * Makes a self-signed certificate authority as upstream does: digitalSignature and certSign, server and client
 * authentication, and a random subject key identifier of 20 bytes (the length of the SHA-1 that FIPS forbids).
 */
export async function createAuthority(options: AuthorityOptions): Promise<CertificateAndKey> {
	const keys = await generateKeyPair(options.family, options.rsaBits === undefined ? {} : { rsaBits: options.rsaBits });
	const template: CertificateTemplate = {
		subject: options.subject,
		issuer: encodeName(options.subject),
		notBefore: options.notBefore,
		notAfter: options.notAfter,
		publicKey: keys.publicKey,
		keyUsage: ['digitalSignature', 'certSign'],
		extendedKeyUsage: ['serverAuth', 'clientAuth'],
		authority: true,
		subjectKeyId: crypto.getRandomValues(new Uint8Array(20)),
		alternativeNames: options.alternativeNames ?? noNames,
	};
	const bytes = await issueCertificate(
		template,
		{ key: keys.privateKey, publicKey: keys.publicKey },
		defaultSignatureAlgorithm(keys.privateKey),
	);
	return { crt: encodePem(pemLabel.certificate, bytes), key: encodePrivateKey(keys.privateKey) };
}

export interface LeafOptions extends Validity {
	readonly keyUsage: readonly KeyUsage[];
	readonly extendedKeyUsage: readonly ExtendedKeyUsage[];
}

/** Makes a key of the authority's own family and a certificate for it. Throws PkiError. */
export async function issueKeyPair(
	authority: CertificateAndKey,
	subject: DistinguishedName,
	options: LeafOptions & { readonly alternativeNames?: AlternativeNames },
): Promise<CertificateAndKey> {
	const signer = decodeAuthority(authority);
	const keys = await generateKeyPair(signer.family);
	const crt = await issueLeaf(signer, defaultSignatureAlgorithm(keys.privateKey), {
		...options,
		subject,
		publicKey: keys.publicKey,
		alternativeNames: options.alternativeNames ?? noNames,
	});
	return { crt, key: encodePrivateKey(keys.privateKey) };
}

/** Grants a request (PEM): its subject and its alternative names, nothing else that it may ask for. Throws PkiError. */
export async function signRequest(authority: CertificateAndKey, requestPem: string, options: LeafOptions): Promise<string> {
	const signer = decodeAuthority(authority);
	const request = await decodeRequest(requestPem);
	if (familyOf(request.signatureAlgorithm) !== signer.key.family) {
		throw new PkiError('mismatch', 'x509: requested SignatureAlgorithm does not match private key type');
	}
	const { subject, publicKey, alternativeNames } = request;
	return issueLeaf(signer, request.signatureAlgorithm, { ...options, subject, publicKey, alternativeNames });
}

interface Signer extends Issuer {
	/** The family of the authority's signatures, which the leaf's key follows. */
	readonly family: KeyFamily;
	readonly subject: Bytes;
	readonly subjectKeyId: Bytes | undefined;
}

function decodeAuthority(authority: CertificateAndKey): Signer {
	const { encodedSubject, subjectKeyId, publicKey, signatureAlgorithm } = decodeCertificate(authority.crt);
	const key = decodePrivateKey(authority.key);
	if (!signatureAlgorithm) throw new PkiError('unsupported', 'unsupported signature algorithm of the certificate authority');
	return { key, family: familyOf(signatureAlgorithm), subject: encodedSubject, subjectKeyId, publicKey };
}

type LeafTemplate = LeafOptions & Pick<CertificateTemplate, 'subject' | 'publicKey' | 'alternativeNames'>;

async function issueLeaf(signer: Signer, algorithm: SignatureAlgorithm, leaf: LeafTemplate): Promise<string> {
	const sameName = compareBytes(signer.subject, encodeName(leaf.subject)) === 0;
	const template: CertificateTemplate = {
		subject: leaf.subject,
		issuer: signer.subject,
		notBefore: leaf.notBefore,
		notAfter: leaf.notAfter,
		publicKey: leaf.publicKey,
		keyUsage: leaf.keyUsage,
		extendedKeyUsage: leaf.extendedKeyUsage,
		authority: false,
		authorityKeyId: sameName ? undefined : signer.subjectKeyId,
		alternativeNames: leaf.alternativeNames,
	};
	return encodePem(pemLabel.certificate, await issueCertificate(template, signer, algorithm));
}
