import type { CelIssue } from './issues.ts';

export type CelTokenType = 'identifier' | 'escaped' | 'int' | 'uint' | 'float' | 'string' | 'bytes' | 'punctuation' | 'end';

/** `text` is what stands in the expression; `<EOF>` at the end, as messages call it. */
export interface CelToken {
	readonly type: CelTokenType;
	readonly text: string;
	readonly at: number;
}

/** The tokens of an expression, the last one being the end. What no token begins with becomes an issue and is skipped. */
export function tokenize(source: string): { tokens: CelToken[]; issues: CelIssue[] } {
	const tokens: CelToken[] = [];
	const issues: CelIssue[] = [];
	let at = 0;
	while (at < source.length) {
		const { length, type } = longestToken(source, at);
		if (length === 0) {
			const end = deadEnd(source, at);
			const text = source.slice(at, end).replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
			issues.push({ at, message: `Syntax error: token recognition error at: '${text}'` });
			at = end;
			continue;
		}
		if (type !== 'blank') tokens.push({ type, text: source.slice(at, at + length), at });
		at += length;
	}
	tokens.push({ type: 'end', text: '<EOF>', at: source.length });
	return { tokens, issues };
}

const escape = String.raw`\\(?:[abfnrtv"'\\?${'`'}]|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})`;
const string = [
	String.raw`"""(?:${escape}|[^\\])*?"""`,
	String.raw`'''(?:${escape}|[^\\])*?'''`,
	String.raw`"(?:${escape}|[^\\"\n\r])*"`,
	String.raw`'(?:${escape}|[^\\'\n\r])*'`,
	String.raw`[rR]"""[^]*?"""`,
	String.raw`[rR]'''[^]*?'''`,
	String.raw`[rR]"[^"\n\r]*"`,
	String.raw`[rR]'[^'\n\r]*'`,
].join('|');

/** The longest match wins and, among equals, the first. */
const patterns: readonly (readonly [CelTokenType | 'blank', RegExp])[] = [
	['blank', /(?:[\t \r\n\f]+|\/\/[^\n]*)/y],
	['punctuation', /==|!=|<=|>=|&&|\|\||[<>[\]{}().,\-!?:+*/%]/y],
	['float', /\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?/y],
	['int', /0x[0-9a-fA-F]+|\d+/y],
	['uint', /(?:0x[0-9a-fA-F]+|\d+)[uU]/y],
	['string', new RegExp(string, 'y')],
	['bytes', new RegExp(`[bB](?:${string})`, 'y')],
	['identifier', /[A-Za-z_][A-Za-z0-9_]*/y],
	['escaped', /`[A-Za-z0-9_.\-/ ]+`/y],
];

function longestToken(source: string, at: number): { length: number; type: CelTokenType | 'blank' } {
	let length = 0;
	let type: CelTokenType | 'blank' = 'blank';
	for (const [candidate, pattern] of patterns) {
		pattern.lastIndex = at;
		const match = pattern.exec(source);
		if (match !== null && match[0].length > length) {
			length = match[0].length;
			type = candidate;
		}
	}
	return { length, type };
}

const unfinishedEscape = String.raw`(?:\\(?:[xX][0-9a-fA-F]?|u[0-9a-fA-F]{0,3}|U[0-9a-fA-F]{0,7}|[0-3][0-7]?)?)?`;
const unfinished = new RegExp(
	String.raw`"(?:${escape}|[^\\"\n\r])*${unfinishedEscape}|'(?:${escape}|[^\\'\n\r])*${unfinishedEscape}|${'`'}[A-Za-z0-9_.\-/ ]*|[=&|]`,
	'y',
);

/** Behind the character at which the text that starts here can no longer become a token. */
function deadEnd(source: string, at: number): number {
	unfinished.lastIndex = at;
	const failing = at + (unfinished.exec(source)?.[0].length ?? 0);
	return Math.min(source.length, failing + String.fromCodePoint(source.codePointAt(failing) ?? 0).length);
}
