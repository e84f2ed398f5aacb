import type { Bytes } from './der.ts';

/** Standard base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
	let binary = '';
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary);
}

/**
 * The bytes of a standard base64 text with its padding; undefined when it is anything else.
 *
 * Line breaks are skipped, no other white space: what Go's base64.StdEncoding accepts.
 */
export function decodeBase64(text: string): Bytes | undefined {
	const compact = text.replaceAll(/[\r\n]/g, '');
	if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
	const binary = atob(compact);
	const bytes = new Uint8Array(binary.length);
	for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
	return bytes;
}
