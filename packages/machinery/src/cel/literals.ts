import type { CelConstant } from './ast.ts';
import type { CelToken } from './lexer.ts';

/** The value of a literal token, with the sign in front of a number if there is one; what is wrong with it otherwise. */
export function constantOf(token: CelToken, negative: boolean): CelConstant | { readonly problem: string } {
	switch (token.type) {
		case 'int': {
			const value = BigInt(token.text) * (negative ? -1n : 1n);
			return BigInt.asIntN(64, value) === value ? { type: 'int', value } : { problem: 'invalid int literal' };
		}
		case 'uint': {
			const value = BigInt(token.text.slice(0, -1));
			return BigInt.asUintN(64, value) === value ? { type: 'uint', value } : { problem: 'invalid uint literal' };
		}
		case 'float': {
			const value = Number(token.text) * (negative ? -1 : 1);
			return Number.isFinite(value) ? { type: 'double', value } : { problem: 'invalid double literal' };
		}
		case 'bytes': {
			const characters = unescape(token.text.slice(1), true);
			return 'problem' in characters ? characters : { type: 'bytes', value: bytesOf(characters) };
		}
		default: {
			const characters = unescape(token.text, false);
			if ('problem' in characters) return characters;
			return { type: 'string', value: characters.map(({ code }) => String.fromCodePoint(code)).join('') };
		}
	}
}

interface Character {
	readonly code: number;
	/** Written as an octal or hexadecimal escape: one byte in a bytes literal. */
	readonly raw: boolean;
}

function bytesOf(characters: readonly Character[]): Uint8Array {
	const encoder = new TextEncoder();
	return Uint8Array.from(characters.flatMap(({ code, raw }) => (raw ? [code] : [...encoder.encode(String.fromCodePoint(code))])));
}

const namedEscapes: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };
const hexEscapes: Readonly<Record<string, number>> = { x: 2, X: 2, u: 4, U: 8 };

/** The characters of a quoted literal, whose escapes the lexer has already found well-formed. */
function unescape(quoted: string, bytes: boolean): Character[] | { readonly problem: string } {
	const verbatim = /^[rR]/.test(quoted);
	const body = (verbatim ? quoted.slice(1) : quoted).replaceAll(/\r\n?/g, '\n');
	const quotes = body.length >= 6 && /^(?:"""|''')/.test(body) ? 3 : 1;
	const text = body.slice(quotes, -quotes);
	const characters: Character[] = [];
	for (let at = 0; at < text.length; ) {
		const next = verbatim || text[at] !== '\\' ? plain(text, at) : escaped(text, at, bytes);
		if ('problem' in next) return next;
		characters.push(next);
		at += next.length;
	}
	return characters;
}

function plain(text: string, at: number): Character & { readonly length: number } {
	const code = text.codePointAt(at) ?? 0;
	return { code, raw: false, length: code > 0xffff ? 2 : 1 };
}

function escaped(text: string, at: number, bytes: boolean): (Character & { readonly length: number }) | { readonly problem: string } {
	const letter = text[at + 1] ?? '';
	const hexDigits = hexEscapes[letter];
	if (hexDigits === undefined && !/[0-3]/.test(letter)) return { code: namedEscapes[letter] ?? letter.charCodeAt(0), raw: true, length: 2 };

	if (bytes && (hexDigits ?? 0) > 2) return { problem: 'unable to unescape string' };
	const length = hexDigits === undefined ? 4 : 2 + hexDigits;
	const code =
		hexDigits === undefined ? Number.parseInt(text.slice(at + 1, at + 4), 8) : Number.parseInt(text.slice(at + 2, at + length), 16);
	const unicode = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
	return unicode ? { code, raw: true, length } : { problem: 'invalid unicode code point' };
}
