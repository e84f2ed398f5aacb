/**
 * A text on one line in which nothing is left that a terminal would obey: control characters and those that turn the
 * direction of writing are shown as escapes, `\x1b`.
 */
export function printable(text: string): string {
	return text.replaceAll(obeyed, escaped);
}

/** The same for a text of several lines: line breaks and tabs stay. */
export function printableText(text: string): string {
	return text.replaceAll(obeyed, (character) => (character === '\n' || character === '\t' ? character : escaped(character)));
}

/** C0 and C1 controls and DEL (ECMA-48), and the directional formatting characters (UAX #9). */
const obeyed = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function escaped(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	return short.get(character) ?? (code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`);
}

const short: ReadonlyMap<string, string> = new Map([
	['\n', '\\n'],
	['\r', '\\r'],
	['\t', '\\t'],
]);

function hex(code: number, digits: number): string {
	return code.toString(16).padStart(digits, '0');
}
