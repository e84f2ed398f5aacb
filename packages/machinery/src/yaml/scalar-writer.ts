import { isBreak } from './characters.ts';
import { isPrintable } from './scalar-analysis.ts';
import type { Sheet } from './sheet.ts';

/** Writes text without quotes. `foldable` text may continue on the next line: text that is no key. */
export function writePlain(sheet: Sheet, text: string, foldable: boolean): void {
	if (text !== '') sheet.space();
	writeWords(sheet, text, foldable);
	sheet.afterSpace = false;
	sheet.onlyIndented = false;
}

export function writeSingleQuoted(sheet: Sheet, text: string, foldable: boolean): void {
	sheet.mark("'", true);
	if (sheet.width === Infinity && !hasBreak.test(text)) sheet.put(text.replaceAll("'", "''"));
	else writeSingleQuotedWords(sheet, text, foldable);
	sheet.mark("'", false);
}

export function writeDoubleQuoted(sheet: Sheet, text: string, foldable: boolean): void {
	sheet.mark('"', true);
	// libyaml looks for a byte order mark at the start of the text only, and then takes every character for one
	const escapeAll = text.startsWith('\uFEFF');
	let afterSpace = false;
	let at = 0;
	for (const character of text) {
		const code = character.codePointAt(0) as number;
		const width = character.length;
		if (escapeAll || code === 0x22 || code === 0x5c || code > 0xff_ff || isBreak(code) || !isPrintable(code)) {
			sheet.put(escape(code));
			afterSpace = false;
		} else if (character === ' ') {
			if (foldable && !afterSpace && sheet.column > sheet.width && at > 0 && at < text.length - 1) {
				sheet.indentLine();
				if (text.charAt(at + 1) === ' ') sheet.put('\\');
			} else {
				sheet.put(' ');
			}
			afterSpace = true;
		} else {
			sheet.put(character, 1);
			afterSpace = false;
		}
		at += width;
	}
	sheet.mark('"', false);
}

/** Writes the lines of a literal, behind its header and on a line of their own. */
export function writeLines(sheet: Sheet, text: string): void {
	sheet.afterSpace = true;
	for (const line of text.split(lineBreaks)) {
		if (isBreak(line.charCodeAt(0))) {
			sheet.breakLine(line);
		} else if (line !== '') {
			sheet.indentLine();
			sheet.put(line);
			sheet.onlyIndented = false;
		}
	}
}

const hasBreak = /[\n\r\u0085\u2028\u2029]/;

const lineBreaks = /([\n\r\u0085\u2028\u2029])/;

function writeWords(sheet: Sheet, text: string, foldable: boolean): void {
	if (!foldable || sheet.column + text.length <= sheet.width) {
		sheet.put(text);
		return;
	}
	let afterSpace = false;
	let at = 0;
	for (const character of text) {
		if (character === ' ' && !afterSpace && sheet.column > sheet.width && text.charAt(at + 1) !== ' ') sheet.indentLine();
		else sheet.put(character, 1);
		afterSpace = character === ' ';
		at += character.length;
	}
}

function writeSingleQuotedWords(sheet: Sheet, text: string, foldable: boolean): void {
	let afterSpace = false;
	let afterBreak = false;
	let at = 0;
	for (const character of text) {
		if (character === ' ') {
			const folds = foldable && !afterSpace && sheet.column > sheet.width && at > 0 && at < text.length - 1 && text.charAt(at + 1) !== ' ';
			if (folds) sheet.indentLine();
			else sheet.put(' ');
			afterSpace = true;
		} else if (isBreak(character.charCodeAt(0))) {
			if (!afterBreak && character === '\n') sheet.breakLine();
			sheet.breakLine(character);
			afterBreak = true;
		} else {
			if (afterBreak) sheet.indentLine();
			sheet.put(character === "'" ? "''" : character, character === "'" ? 2 : 1);
			sheet.onlyIndented = false;
			afterSpace = false;
			afterBreak = false;
		}
		at += character.length;
	}
}

function escape(code: number): string {
	const named = escapes.get(code);
	if (named !== undefined) return named;
	const digits = code.toString(16).toUpperCase();
	if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`;
	return code <= 0xff_ff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}

const escapes: ReadonlyMap<number, string> = new Map([
	[0x00, '\\0'],
	[0x07, '\\a'],
	[0x08, '\\b'],
	[0x09, '\\t'],
	[0x0a, '\\n'],
	[0x0b, '\\v'],
	[0x0c, '\\f'],
	[0x0d, '\\r'],
	[0x1b, '\\e'],
	[0x22, '\\"'],
	[0x5c, '\\\\'],
	[0x85, '\\N'],
	[0xa0, '\\_'],
	[0x20_28, '\\L'],
	[0x20_29, '\\P'],
]);
