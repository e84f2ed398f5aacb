/**
 * The text in double quotes, with escapes for what would not print: how every message quotes what the user wrote.
 * The spelling is Go's `%q`, which clients match on.
 */
export function quote(text: string): string {
	let quoted = '';
	for (const character of text) quoted += namedEscapes.get(character) ?? (printable.test(character) ? character : escape(character));
	return `"${quoted}"`;
}

/** A list the way Go's `%q` prints it: `["a" "b"]`. */
export function quoteList(texts: readonly string[]): string {
	return `[${texts.map(quote).join(' ')}]`;
}

const namedEscapes: ReadonlyMap<string, string> = new Map([
	['"', '\\"'],
	['\\', '\\\\'],
	['\u0007', '\\a'],
	['\b', '\\b'],
	['\f', '\\f'],
	['\n', '\\n'],
	['\r', '\\r'],
	['\t', '\\t'],
	['\v', '\\v'],
]);

/** A letter, mark, number, punctuation or symbol; of the spaces only the one of ASCII. */
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

function escape(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x80) return `\\x${hex(code, 2)}`;
	return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, digits: number): string {
	return code.toString(16).padStart(digits, '0');
}
