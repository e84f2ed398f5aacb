import { ConfigError } from '../config/errors.ts';
import type { CertificateAndKey } from '../config/types/meta/certificate.gen.ts';
import type { PEMCertificateAndKey } from '../config/types/meta/pem.gen.ts';
import type { CertificateAndKey as Authority } from '../pki/authority.ts';
import { toBase64 } from '../secrets/pem-base64.ts';

/** A part of the secrets that this configuration cannot do without. Throws ConfigError (`input`). */
export function requireSecret<Part>(part: Part | undefined, name: string): Part {
	if (part === undefined) throw new ConfigError('input', `${name} is required`);
	return part;
}

/** The root document holds PEM in base64. */
export function pemPair({ crt, key }: Authority): PEMCertificateAndKey {
	return { crt: toBase64(crt), key: toBase64(key) };
}

/** What a worker gets of an authority: it verifies, and never signs. */
export function certificateOnly({ crt }: Authority): PEMCertificateAndKey {
	return { crt: toBase64(crt), key: '' };
}

/** The other documents hold PEM as text. */
export function pemText({ crt, key }: Authority): CertificateAndKey {
	return { cert: crt, key };
}
