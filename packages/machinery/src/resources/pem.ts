/** A certificate and its key, PEM in base64: how people see them in YAML. */
export interface PemPair {
	readonly crt: string;
	readonly key: string;
}

/** A certificate alone. */
export interface PemCertificate {
	readonly crt: string;
}

/** @param certificate PEM */
export function pemPair({ crt, key }: PemPair): PemPair {
	return { crt: btoa(crt), key: btoa(key) };
}

export function pemCertificate(certificate: string): PemCertificate {
	return { crt: btoa(certificate) };
}

/** PEM again. */
export function plainPem(base64: string): string {
	return atob(base64);
}
