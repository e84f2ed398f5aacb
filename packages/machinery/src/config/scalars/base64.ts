import { attempt, TextRefusal } from './refusal.ts';

/** What stands in a base64 field for a key that was taken out. */
export const redactedKey = '******';

/**
 * The canonical text of bytes in base64 of the standard alphabet with padding. Line breaks do not count, and neither
 * do bits behind the last byte.
 */
export function canonicalBase64(text: string): string {
	const plain = /[\r\n]/.test(text) ? text.replaceAll(/[\r\n]/g, '') : text;
	const digits = plain.replace(/={1,2}$/, '');
	if (plain.length % 4 !== 0 || !/^[A-Za-z\d+/]*$/.test(digits))
		throw new TextRefusal(`illegal base64 data at input byte ${firstIllegal(text)}`);
	const unused = plain.length - digits.length;
	if (unused === 0) return plain;
	const last = alphabet.indexOf(digits.charAt(digits.length - 1)) & (unused === 2 ? 0b110000 : 0b111100);
	return digits.slice(0, -1) + alphabet.charAt(last) + '='.repeat(unused);
}

/** As {@link canonicalBase64}, but what stands for a key that was taken out stays as it is. */
export function canonicalBase64Key(text: string): string {
	return text === redactedKey ? text : canonicalBase64(text);
}

/** Why a text is no base64 of the standard alphabet; undefined when it is. Never repeats the text. */
export function base64Problem(text: string): string | undefined {
	const canonical = attempt(() => canonicalBase64(text));
	return canonical instanceof TextRefusal ? canonical.message : undefined;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Where Go's decoder stops: it reads groups of four digits, passes over line breaks, and takes `=` only at the very end. */
function firstIllegal(text: string): number {
	const bytes = new TextEncoder().encode(text);
	const isBreak = (at: number) => bytes[at] === 0x0a || bytes[at] === 0x0d;
	const skipBreaks = (from: number) => {
		let at = from;
		while (isBreak(at)) at++;
		return at;
	};
	let inGroup = 0;
	for (let at = skipBreaks(0); at < bytes.length; at = skipBreaks(at + 1)) {
		const character = String.fromCharCode(bytes[at] ?? 0);
		if (alphabet.includes(character)) {
			inGroup = (inGroup + 1) % 4;
			continue;
		}
		if (character !== '=' || inGroup < 2) return at;
		if (inGroup === 3) return skipBreaks(at + 1);
		const second = skipBreaks(at + 1);
		if (second === bytes.length) return second;
		return bytes[second] === 0x3d ? skipBreaks(second + 1) : second - 1;
	}
	return bytes.length - inGroup;
}
