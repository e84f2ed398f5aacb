import { messageOf } from '@ichor/std';
import { decodeCertificate } from '../../../pki/certificate.ts';
import { PkiError } from '../../../pki/errors.ts';
import { decodePrivateKey } from '../../../pki/private-key.ts';
import type { Problems } from '../../document.ts';
import type { CertificateAndKey } from '../meta/certificate.gen.ts';
import { certificateAndKeyProblem, pemProblem } from '../meta/certificate.ts';

/** A certificate authority of Kubernetes: who issues, and whose certificates are accepted besides. */
export interface CertificateAuthorityConfig {
	readonly issuingCA?: CertificateAndKey;
	readonly acceptedCAs?: readonly string[];
}

/** The rules of what is there: the issuing pair can be loaded, the accepted certificates are certificates in PEM. */
export function checkCertificateAuthority({ issuingCA, acceptedCAs = [] }: CertificateAuthorityConfig, problems: Problems): void {
	const issuingProblem = issuingCA && (certificateAndKeyProblem(issuingCA) ?? loadingProblem(issuingCA));
	if (issuingProblem !== undefined) problems.error(['issuingCA'], `issuing CA: ${issuingProblem}`);
	for (const [index, certificate] of acceptedCAs.entries()) {
		const problem = pemProblem(certificate, 'CERTIFICATE');
		if (problem !== undefined) problems.error(['acceptedCAs', index], `accepted CA #${index}: ${problem}`);
	}
}

/** The key of an authority is a secret even when there is none yet: upstream replaces an empty one too. */
export function redactIssuingKey<T extends CertificateAuthorityConfig>(document: T, replacement: string): T {
	return document.issuingCA ? { ...document, issuingCA: { ...document.issuingCA, key: replacement } } : document;
}

function loadingProblem({ cert = '', key = '' }: CertificateAndKey): string | undefined {
	const certificateProblem = pkiProblem(() => decodeCertificate(cert));
	if (certificateProblem !== undefined) return `certificate is invalid: ${certificateProblem}`;
	const keyProblem = pkiProblem(() => decodePrivateKey(key));
	return keyProblem === undefined ? undefined : `key is invalid: ${keyProblem}`;
}

/** Why a key or a certificate cannot be read, without anything of what stands in it. */
export function pkiProblem(read: () => unknown): string | undefined {
	try {
		read();
		return undefined;
	} catch (error) {
		if (error instanceof PkiError) return messageOf(error);
		throw error;
	}
}
