import type { SourceText } from './node.ts';
import { sourceText } from './source-text.ts';
import { readerError } from './yaml-error.ts';

/**
 * The text of an input: UTF-8, or UTF-16 behind a byte order mark. A byte order mark is not part of the text.
 *
 * Throws ConfigError `syntax` for bytes that are not in their encoding, and for characters that YAML does not allow
 * unescaped: control characters other than tab and line breaks, U+FFFE and U+FFFF.
 */
export function inputText(name: string, input: string | Uint8Array): SourceText {
	const source = sourceText(name, typeof input === 'string' ? wellFormed(name, input) : decode(name, input));
	const at = source.text.search(forbiddenCharacter);
	if (at < 0) return source;
	throw readerError(source, at, `control characters are not allowed (value: ${source.text.charCodeAt(at)})`);
}

const forbiddenCharacter = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]');

function wellFormed(name: string, text: string): string {
	if (!text.isWellFormed()) throw readerError(sourceText(name, text), 0, 'invalid Unicode character: half of a surrogate pair');
	return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function decode(name: string, bytes: Uint8Array): string {
	const encoding = encodingOf(bytes);
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		if (encoding !== 'utf-8') throw readerError(sourceText(name, ''), 0, 'incomplete UTF-16 character or surrogate pair');
		const { at, problem } = brokenUtf8(bytes);
		const before = new TextDecoder().decode(bytes.subarray(0, at));
		throw readerError(sourceText(name, before), before.length, problem);
	}
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	return 'utf-8';
}

/** The first sequence that is broken in bytes of which one is. */
function brokenUtf8(bytes: Uint8Array): { readonly at: number; readonly problem: string } {
	for (let at = 0; at < bytes.length; ) {
		const lead = bytes[at] as number;
		const width = lead < 0x80 ? 1 : (lead & 0xe0) === 0xc0 ? 2 : (lead & 0xf0) === 0xe0 ? 3 : (lead & 0xf8) === 0xf0 ? 4 : 0;
		if (width === 0) return { at, problem: `invalid leading UTF-8 octet (value: ${lead})` };
		if (at + width > bytes.length) return { at, problem: 'incomplete UTF-8 octet sequence' };
		let value = width === 1 ? lead : lead & (0x7f >> width);
		for (let trail = 1; trail < width; trail++) {
			const octet = bytes[at + trail] as number;
			if ((octet & 0xc0) !== 0x80) return { at, problem: `invalid trailing UTF-8 octet (value: ${octet})` };
			value = (value << 6) | (octet & 0x3f);
		}
		if (value < smallestOfWidth(width)) return { at, problem: 'invalid length of a UTF-8 sequence' };
		if ((value >= 0xd8_00 && value <= 0xdf_ff) || value > 0x10_ff_ff) return { at, problem: `invalid Unicode character (value: ${value})` };
		at += width;
	}
	return { at: bytes.length, problem: 'invalid UTF-8' };
}

/** The smallest character that needs that many octets. */
function smallestOfWidth(width: number): number {
	if (width === 1) return 0;
	return width === 2 ? 0x80 : width === 3 ? 0x8_00 : 0x1_00_00;
}
