import { Moment, type PlainValue } from './plain-value.ts';

/** JSON as Go's encoder prints it: keys sorted, what HTML would read escaped. Indented by that, or on one line. */
export function goJson(value: PlainValue, indent = ''): string {
	return print(value, indent, indent === '' ? '' : '\n');
}

/** @param line the line break and the indentation of the line that the value begins on; empty for one line in all */
function print(value: PlainValue, indent: string, line: string): string {
	if (value === null) return 'null';
	if (value instanceof Moment) return JSON.stringify(value.text);
	if (value instanceof Map) {
		const keys = [...(value as ReadonlyMap<string, PlainValue>).keys()].toSorted(byBytes);
		const colon = line === '' ? ':' : ': ';
		return enclosed(
			'{',
			keys.map((key) => `${text(key)}${colon}${print(value.get(key) ?? null, indent, line + indent)}`),
			'}',
			indent,
			line,
		);
	}
	if (Array.isArray(value))
		return enclosed(
			'[',
			value.map((item: PlainValue) => print(item, indent, line + indent)),
			']',
			indent,
			line,
		);
	if (typeof value === 'string') return text(value);
	return typeof value === 'number' ? number(value) : String(value);
}

function enclosed(open: string, parts: readonly string[], close: string, indent: string, line: string): string {
	return parts.length === 0
		? open + close
		: `${open}${line === '' ? '' : line + indent}${parts.join(`,${line === '' ? '' : line + indent}`)}${line}${close}`;
}

/** @throws Error for what JSON has no number for */
function number(value: number): string {
	if (!Number.isFinite(value)) throw new Error(`json: unsupported value: ${Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'}`);
	return Object.is(value, -0) ? '-0' : String(value);
}

function text(value: string): string {
	return JSON.stringify(value).replaceAll(
		/[<>&\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

/** By UTF-8, as Go compares. */
function byBytes(a: string, b: string): number {
	return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
