import { end, isBlank, isBlankBreakOrEnd, isBreak, isFlowIndicator } from './characters.ts';
import type { Cursor } from './cursor.ts';
import { scalarToken, type Token } from './token.ts';

/**
 * Reads a plain scalar, which may go on over lines that are indented by at least `indent` columns, or over any lines in
 * a flow collection. Leaves the cursor behind the blanks and breaks that follow it.
 */
export function scanPlainScalar(cursor: Cursor, indent: number, inFlow: boolean): { readonly token: Token; readonly crossedLine: boolean } {
	const start = cursor.at;
	let value = '';
	let pieceStart = start;
	let pieceEnd = start;
	let breaks: Breaks | undefined;

	while (!cursor.atDocumentMarker() && cursor.code() !== 0x23) {
		const wordStart = cursor.at;
		skipWord(cursor, inFlow);
		if (cursor.at > wordStart) {
			if (breaks !== undefined) {
				value += cursor.text.slice(pieceStart, pieceEnd) + fold(breaks);
				pieceStart = wordStart;
				breaks = undefined;
			}
			pieceEnd = cursor.at;
		}
		if (!isBlank(cursor.code()) && !isBreak(cursor.code())) break;
		breaks = skipBlanks(cursor, indent, start, breaks);
		if (!inFlow && cursor.column < indent) break;
	}

	value += cursor.text.slice(pieceStart, pieceEnd);
	return { token: scalarToken(start, pieceEnd, value, 'plain'), crossedLine: breaks !== undefined };
}

/** Line breaks inside a scalar: the first decides whether they fold into a space. */
export interface Breaks {
	readonly first: string;
	rest: string;
}

/** What line breaks between two words come to: a space, or one break less than there were. */
export function fold(breaks: Breaks): string {
	if (breaks.first !== '\n') return breaks.first + breaks.rest;
	return breaks.rest === '' ? ' ' : breaks.rest;
}

function skipWord(cursor: Cursor, inFlow: boolean): void {
	const { text } = cursor;
	let at = cursor.at;
	for (let code = text.charCodeAt(at); !isBlankBreakOrEnd(code); code = text.charCodeAt(++at)) {
		if (code === 0x3a && isBlankBreakOrEnd(text.charCodeAt(at + 1))) break;
		if (inFlow && endsScalarInFlow(code, text.charCodeAt(at + 1))) break;
	}
	cursor.at = at;
}

function endsScalarInFlow(code: number, next: number): boolean {
	if (code === 0x3f) return isBlankBreakOrEnd(next);
	if (code === 0x3a) return next === 0x2c || next === 0x5d || next === 0x7d;
	return isFlowIndicator(code);
}

function skipBlanks(cursor: Cursor, indent: number, start: number, before: Breaks | undefined): Breaks | undefined {
	let breaks = before;
	for (let code = cursor.code(); code !== end; code = cursor.code()) {
		if (isBlank(code)) {
			if (breaks !== undefined && code === 0x09 && cursor.column < indent) {
				throw cursor.error('while scanning a plain scalar', start, 'found a tab character that violates indentation');
			}
			cursor.at++;
		} else if (!isBreak(code)) {
			break;
		} else if (breaks === undefined) {
			breaks = { first: cursor.readBreak(), rest: '' };
		} else {
			breaks.rest += cursor.readBreak();
		}
	}
	return breaks;
}
