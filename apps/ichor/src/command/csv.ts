import { FlagRefusal } from './flag.ts';

/**
 * The fields of the first record of a CSV text (RFC 4180), refused where Go's encoding/csv refuses it and with its words.
 * An empty text has no field.
 */
export function parseCsv(text: string): readonly string[] {
	if (text === '') return [];
	const lines = text.replaceAll('\r\n', '\n').replace(/\r$/, '').replace(/^\n+/, '');
	if (lines === '') throw new FlagRefusal('EOF');
	return firstRecord(lines);
}

/** The fields as one line of CSV, quoted where reading it back needs that. */
export function printCsv(fields: readonly string[]): string {
	return fields.map((field) => (mustQuote(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}

function mustQuote(field: string): boolean {
	return field === '\\.' || /[",\r\n]|^\s/.test(field);
}

function firstRecord(text: string): readonly string[] {
	const fields: string[] = [];
	for (let position = 0; ; ) {
		const [field, end] = text[position] === '"' ? quotedField(text, position) : plainField(text, position);
		fields.push(field);
		if (text[end] !== ',') return fields;
		position = end + 1;
	}
}

function plainField(text: string, start: number): readonly [field: string, end: number] {
	const field = /[^,\n]*/y;
	field.lastIndex = start;
	const found = field.exec(text)?.[0] ?? '';
	const quote = found.indexOf('"');
	if (quote !== -1) throw refusal(text, start + quote, 'bare " in non-quoted field');
	return [found, start + found.length];
}

function quotedField(text: string, start: number): readonly [field: string, end: number] {
	let field = '';
	let position = start + 1;
	for (;;) {
		const quote = text.indexOf('"', position);
		if (quote === -1) throw refusal(text, text.length, 'extraneous or missing " in quoted-field');
		field += text.slice(position, quote);
		const next = text[quote + 1];
		if (next === undefined || next === ',' || next === '\n') return [field, quote + 1];
		if (next !== '"') throw refusal(text, quote, 'extraneous or missing " in quoted-field');
		field += '"';
		position = quote + 2;
	}
}

function refusal(text: string, position: number, reason: string): FlagRefusal {
	const before = text.slice(0, position);
	const line = before.split('\n').length;
	const column = new TextEncoder().encode(before.slice(before.lastIndexOf('\n') + 1)).length + 1;
	return new FlagRefusal(`parse error on line ${line}, column ${column}: ${reason}`);
}
