import { end, isBlank, isBreak, isBreakOrEnd, isDigit } from './characters.ts';
import type { Cursor } from './cursor.ts';
import { scalarToken, type Token } from './token.ts';

const doing = 'while scanning a block scalar';

/**
 * Reads a literal (`|`) or folded (`>`) scalar, header included. `parentColumn` is the column of the block that it
 * stands in, or -1 at the root.
 */
export function scanBlockScalar(cursor: Cursor, parentColumn: number): Token {
	const start = cursor.at;
	const literal = cursor.code() === 0x7c;
	const header = readHeader(cursor, start);

	// columns count from 1: with an explicit indentation of n at the root, the text stands in column n + 1
	let column = header.indent === 0 ? 0 : (parentColumn >= 0 ? parentColumn : 1) + header.indent;
	const leading = skipBreaks(cursor, column, start);
	column ||= Math.max(leading.widest, parentColumn + 1, 1);

	let value = '';
	let lastBreak = '';
	let emptyLines = leading.breaks;
	let afterBlank = false;
	while (cursor.column === column && cursor.code() !== end) {
		const beginsBlank = isBlank(cursor.code());
		if (!literal && !afterBlank && !beginsBlank && lastBreak === '\n') value += emptyLines === '' ? ' ' : emptyLines;
		else value += lastBreak + emptyLines;
		afterBlank = beginsBlank;

		value += readLine(cursor);
		lastBreak = cursor.readBreak();
		emptyLines = skipBreaks(cursor, column, start).breaks;
	}
	if (header.chomping !== 'strip') value += lastBreak;
	if (header.chomping === 'keep') value += emptyLines;
	return scalarToken(start, cursor.at, value, literal ? 'literal' : 'folded');
}

interface Header {
	readonly chomping: 'clip' | 'strip' | 'keep';
	/** The indentation that the header gives, 0 when the text decides. */
	readonly indent: number;
}

function readHeader(cursor: Cursor, start: number): Header {
	cursor.at++;
	let chomping = readChomping(cursor);
	const indent = readIndent(cursor, start);
	if (chomping === 'clip' && indent > 0) chomping = readChomping(cursor);

	while (isBlank(cursor.code())) cursor.at++;
	if (cursor.code() === 0x23) cursor.at = cursor.lineEnd();
	if (!isBreakOrEnd(cursor.code())) throw cursor.error(doing, start, 'did not find expected comment or line break');
	cursor.skipBreak();
	return { chomping, indent };
}

function readChomping(cursor: Cursor): Header['chomping'] {
	const code = cursor.code();
	if (code !== 0x2b && code !== 0x2d) return 'clip';
	cursor.at++;
	return code === 0x2b ? 'keep' : 'strip';
}

function readIndent(cursor: Cursor, start: number): number {
	const code = cursor.code();
	if (!isDigit(code)) return 0;
	if (code === 0x30) throw cursor.error(doing, start, 'found an indentation indicator equal to 0');
	cursor.at++;
	return code - 0x30;
}

/** Empty lines, up to `column` of the first line that has text; without a column, up to its text. */
function skipBreaks(cursor: Cursor, column: number, start: number): { readonly breaks: string; readonly widest: number } {
	const last = column === 0 ? Number.POSITIVE_INFINITY : column;
	let breaks = '';
	let widest = 0;
	for (;;) {
		while (cursor.column < last && cursor.code() === 0x20) cursor.at++;
		widest = Math.max(widest, cursor.column);
		if (cursor.column < last && cursor.code() === 0x09) {
			throw cursor.error(doing, start, 'found a tab character where an indentation space is expected');
		}
		if (!isBreak(cursor.code())) return { breaks, widest };
		breaks += cursor.readBreak();
	}
}

function readLine(cursor: Cursor): string {
	const from = cursor.at;
	cursor.at = cursor.lineEnd();
	return cursor.text.slice(from, cursor.at);
}
