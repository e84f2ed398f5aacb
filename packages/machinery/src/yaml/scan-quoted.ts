import { end, hexValue, isBlank, isBlankBreakOrEnd, isBreak } from './characters.ts';
import type { Cursor } from './cursor.ts';
import { type Breaks, fold } from './scan-plain.ts';
import { scalarToken, type Token } from './token.ts';

const doing = 'while scanning a quoted scalar';

/** Reads a scalar in `'` or `"` from its opening to behind its closing quote. */
export function scanQuotedScalar(cursor: Cursor): Token {
	const start = cursor.at;
	const quote = cursor.code();
	cursor.at++;
	let value = '';
	for (;;) {
		if (cursor.atDocumentMarker()) throw cursor.error(doing, start, 'found unexpected document indicator');
		if (cursor.code() === end) throw cursor.error(doing, start, 'found unexpected end of stream');
		let continued = false;
		for (let code = cursor.code(); !isBlankBreakOrEnd(code) && !continued; code = cursor.code()) {
			if (code === quote) {
				if (quote !== 0x27 || cursor.code(1) !== quote) break;
				value += "'";
				cursor.at += 2;
			} else if (code !== 0x5c || quote === 0x27) {
				value += readRun(cursor, quote);
			} else if (isBreak(cursor.code(1))) {
				cursor.at++;
				cursor.skipBreak();
				continued = true;
			} else {
				value += readEscape(cursor, start);
			}
		}
		if (cursor.code() === quote) break;
		value += readBlanks(cursor, continued);
	}
	cursor.at++;
	return scalarToken(start, cursor.at, value, quote === 0x27 ? 'single' : 'double');
}

/** Characters that stand for themselves. */
function readRun(cursor: Cursor, quote: number): string {
	const { text, at } = cursor;
	let to = at + 1;
	for (let code = text.charCodeAt(to); code !== quote && code !== 0x5c && !isBlankBreakOrEnd(code); code = text.charCodeAt(++to));
	cursor.at = to;
	return text.slice(at, to);
}

/** Blanks as they are; or what the line breaks among them fold to. Behind an escaped break, blanks count as indentation. */
function readBlanks(cursor: Cursor, continued: boolean): string {
	const from = cursor.at;
	while (isBlank(cursor.code())) cursor.at++;
	if (!isBreak(cursor.code())) return continued ? '' : cursor.text.slice(from, cursor.at);
	const breaks: Breaks = { first: continued ? '' : cursor.readBreak(), rest: '' };
	for (let code = cursor.code(); isBlank(code) || isBreak(code); code = cursor.code()) {
		if (isBlank(code)) cursor.at++;
		else breaks.rest += cursor.readBreak();
	}
	return fold(breaks);
}

function readEscape(cursor: Cursor, start: number): string {
	const code = cursor.code(1);
	const digits = code === 0x78 ? 2 : code === 0x75 ? 4 : code === 0x55 ? 8 : 0;
	if (digits > 0) {
		cursor.at += 2;
		return readCodePoint(cursor, start, digits);
	}
	const character = escapes.get(code);
	if (character === undefined) throw cursor.error(doing, start, 'found unknown escape character');
	cursor.at += 2;
	return character;
}

function readCodePoint(cursor: Cursor, start: number, digits: number): string {
	let value = 0;
	for (let ahead = 0; ahead < digits; ahead++) {
		const digit = hexValue(cursor.code(ahead));
		if (digit < 0) throw cursor.error(doing, start, 'did not find expected hexadecimal number');
		value = value * 16 + digit;
	}
	if (value > 0x10_ff_ff || (value >= 0xd8_00 && value <= 0xdf_ff)) {
		throw cursor.error(doing, start, 'found invalid Unicode character escape code');
	}
	cursor.at += digits;
	return String.fromCodePoint(value);
}

/** YAML 1.1's escapes, and `\'`, which go-yaml knows; `\/` it does not. */
const escapes: ReadonlyMap<number, string> = new Map([
	[0x30, '\0'],
	[0x61, '\x07'],
	[0x62, '\b'],
	[0x74, '\t'],
	[0x09, '\t'],
	[0x6e, '\n'],
	[0x76, '\v'],
	[0x66, '\f'],
	[0x72, '\r'],
	[0x65, '\x1b'],
	[0x20, ' '],
	[0x22, '"'],
	[0x27, "'"],
	[0x5c, '\\'],
	[0x4e, '\x85'],
	[0x5f, '\xa0'],
	[0x4c, '\u2028'],
	[0x50, '\u2029'],
]);
