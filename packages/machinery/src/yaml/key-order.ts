import type { EmitProfile } from './emit.ts';

/**
 * The order in which go-yaml prints the keys of a map: runs of digits by their number, and letters behind everything
 * else but, other than in yaml.v2, in front of it where digits come before. For Array.sort.
 */
export function compareKeys(a: string, b: string, profile: EmitProfile = 'config'): number {
	if (a === b) return 0;
	return isLess(a, b, profile) ? -1 : 1;
}

/** The order of UTF-8 bytes, in which Go sorts strings: UTF-16's differs beyond U+FFFF. For Array.sort. */
export function compareBytes(a: string, b: string): number {
	const length = Math.min(a.length, b.length);
	for (let at = 0; at < length; at++) {
		const left = a.charCodeAt(at);
		const right = b.charCodeAt(at);
		if (left !== right) return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1;
	}
	return a.length - b.length;
}

function isSurrogate(code: number): boolean {
	return code >= 0xd8_00 && code <= 0xdf_ff;
}

function isLess(a: string, b: string, profile: EmitProfile): boolean {
	const left = [...a];
	const right = [...b];
	let afterDigit = false;
	for (let at = 0; at < left.length && at < right.length; at++) {
		const l = left[at] as string;
		const r = right[at] as string;
		if (l === r) {
			afterDigit = digit.test(l);
			continue;
		}
		const lIsLetter = letter.test(l);
		const rIsLetter = letter.test(r);
		if (lIsLetter && rIsLetter) return codePoint(l) < codePoint(r);
		if (lIsLetter || rIsLetter) return afterDigit && profile !== 'json-patch' ? lIsLetter : rIsLetter;
		return isLessFrom(left, right, at);
	}
	return left.length < right.length;
}

/** Decides at the first difference, where neither is a letter: by the numbers that begin there, if any. */
function isLessFrom(left: readonly string[], right: readonly string[], at: number): boolean {
	// a zero counts when the digits in front of it are a number already
	const lead = (left[at] === '0' || right[at] === '0') && endsInNumber(left, at) ? 1n : 0n;
	const [l, lEnd] = numberFrom(left, at, lead);
	const [r, rEnd] = numberFrom(right, at, lead);
	if (l !== r) return l < r;
	if (lEnd !== rEnd) return lEnd < rEnd;
	return codePoint(left[at] as string) < codePoint(right[at] as string);
}

function endsInNumber(characters: readonly string[], end: number): boolean {
	for (let at = end - 1; at >= 0 && digit.test(characters[at] as string); at--) if (characters[at] !== '0') return true;
	return false;
}

/** The digits from there on as a number in 64 bits, which Go lets overflow, and where they end. */
function numberFrom(characters: readonly string[], from: number, lead: bigint): [value: bigint, end: number] {
	let value = lead;
	let at = from;
	for (; at < characters.length && digit.test(characters[at] as string); at++) {
		value = BigInt.asIntN(64, value * 10n + BigInt(codePoint(characters[at] as string) - 0x30));
	}
	return [value, at];
}

function codePoint(character: string): number {
	return character.codePointAt(0) as number;
}

const letter = /^\p{L}/u;

/** Go's unicode.IsDigit: decimal digits of every script. */
const digit = /^\p{Nd}/u;
