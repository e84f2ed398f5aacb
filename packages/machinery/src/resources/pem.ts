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

export function pairMessage({ crt, key }: PemPair): { crt: Uint8Array; key: Uint8Array } {
	return { crt: bytesOf(crt), key: bytesOf(key) };
}

export function pairOf(message: { readonly crt: Uint8Array; readonly key: Uint8Array } | undefined): PemPair {
	return { crt: textOf(message?.crt), key: textOf(message?.key) };
}

export function certificateMessage({ crt }: PemCertificate): { crt: Uint8Array } {
	return { crt: bytesOf(crt) };
}

export function certificateOf({ crt }: { readonly crt: Uint8Array }): PemCertificate {
	return { crt: textOf(crt) };
}

function bytesOf(base64: string): Uint8Array {
	return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function textOf(bytes: Uint8Array | undefined): string {
	return bytes === undefined ? '' : btoa(String.fromCharCode(...bytes));
}
