import { hexValue, isBlank, isBlankBreakOrEnd, isFlowIndicator, isWordCharacter } from './characters.ts';
import type { Cursor } from './cursor.ts';
import { type Token, token } from './token.ts';

const inTag = 'while parsing a tag';
const inDirective = 'while parsing a %TAG directive';

/** Reads `!`, `!suffix`, `!handle!suffix` or `!<verbatim>`. A verbatim tag and the lone `!` have an empty handle. */
export function scanTag(cursor: Cursor): Token {
	const start = cursor.at;
	let handle = '';
	let suffix: string;
	if (cursor.code(1) === 0x3c) {
		cursor.at += 2;
		suffix = readUri(cursor, start, inTag, '', true);
		if (cursor.code() !== 0x3e) throw cursor.error('while scanning a tag', start, "did not find the expected '>'");
		cursor.at++;
	} else {
		handle = readHandle(cursor);
		if (handle.length > 1 && handle.endsWith('!')) {
			suffix = readUri(cursor, start, inTag, '', false);
		} else {
			suffix = readUri(cursor, start, inTag, handle, false);
			handle = '!';
			if (suffix === '') [handle, suffix] = [suffix, handle];
		}
	}
	if (!isBlankBreakOrEnd(cursor.code()))
		throw cursor.error('while scanning a tag', start, 'did not find expected whitespace or line break');
	return token('tag', start, cursor.at, handle, suffix);
}

/** Reads the two arguments of a %TAG directive, behind its name. */
export function scanTagDirective(cursor: Cursor, start: number): { readonly handle: string; readonly prefix: string } {
	while (isBlank(cursor.code())) cursor.at++;
	if (cursor.code() !== 0x21) throw cursor.error(inDirective, start, "did not find expected '!'");
	const handle = readHandle(cursor);
	if (handle !== '!' && !handle.endsWith('!')) throw cursor.error(inDirective, start, "did not find expected '!'");
	if (!isBlank(cursor.code())) throw cursor.error('while scanning a %TAG directive', start, 'did not find expected whitespace');
	while (isBlank(cursor.code())) cursor.at++;
	const prefix = readUri(cursor, start, inDirective, '', true);
	if (!isBlankBreakOrEnd(cursor.code())) {
		throw cursor.error('while scanning a %TAG directive', start, 'did not find expected whitespace or line break');
	}
	return { handle, prefix };
}

/** `!` and the word behind it, with the `!` that makes it a handle if there is one. */
function readHandle(cursor: Cursor): string {
	const from = cursor.at++;
	while (isWordCharacter(cursor.code())) cursor.at++;
	if (cursor.code() === 0x21) cursor.at++;
	return cursor.text.slice(from, cursor.at);
}

/** The rest of a tag, behind a `head` that turned out not to be a handle: its `!` is left out. */
function readUri(cursor: Cursor, start: number, doing: string, head: string, verbatim: boolean): string {
	let uri = head.slice(1);
	const from = cursor.at;
	while (isUriCharacter(cursor.code(), verbatim)) {
		if (cursor.code() === 0x25) uri += readEscapes(cursor, start, doing);
		else uri += cursor.text[cursor.at++];
	}
	const code = cursor.code();
	if (!verbatim && code > 0x20 && code <= 0x7e) {
		throw cursor.error(doing, start, `found character '${String.fromCharCode(code)}' that is not allowed in a YAML tag`);
	}
	if (head === '' && cursor.at === from) throw cursor.error(doing, start, 'did not find expected tag URI');
	return uri;
}

function isUriCharacter(code: number, verbatim: boolean): boolean {
	if (isWordCharacter(code)) return true;
	if (isFlowIndicator(code)) return verbatim;
	return code > 0x20 && code < 0x7f && ";/?:@&=+$.!~*'()%".includes(String.fromCharCode(code));
}

/** One character as its escaped octets: `%C3%A9`. */
function readEscapes(cursor: Cursor, start: number, doing: string): string {
	const lead = readOctet(cursor, start, doing);
	const width = lead < 0x80 ? 1 : (lead & 0xe0) === 0xc0 ? 2 : (lead & 0xf0) === 0xe0 ? 3 : (lead & 0xf8) === 0xf0 ? 4 : 0;
	if (width === 0) throw cursor.error(doing, start, 'found an incorrect leading UTF-8 octet');
	const octets = [lead];
	while (octets.length < width) {
		const octet = readOctet(cursor, start, doing);
		if ((octet & 0xc0) !== 0x80) throw cursor.error(doing, start, 'found an incorrect trailing UTF-8 octet');
		octets.push(octet);
	}
	return new TextDecoder().decode(Uint8Array.from(octets));
}

function readOctet(cursor: Cursor, start: number, doing: string): number {
	const high = hexValue(cursor.code(1));
	const low = hexValue(cursor.code(2));
	if (cursor.code() !== 0x25 || high < 0 || low < 0) throw cursor.error(doing, start, 'did not find URI escaped octet');
	cursor.at += 3;
	return high * 16 + low;
}
