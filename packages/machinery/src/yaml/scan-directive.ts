import { isBlank, isBlankBreakOrEnd, isBreakOrEnd, isDigit, isWordCharacter } from './characters.ts';
import type { Cursor } from './cursor.ts';
import { scanTagDirective } from './scan-tag.ts';
import { type Token, token } from './token.ts';

const doing = 'while scanning a directive';

/** Reads a `%YAML` or `%TAG` directive with its line break. Others are refused. */
export function scanDirective(cursor: Cursor): Token {
	const start = cursor.at;
	cursor.at++;
	const name = readName(cursor, start);
	let directive: Token;
	if (name === 'YAML') {
		directive = token('version-directive', start, cursor.at, '', readVersion(cursor, start));
	} else if (name === 'TAG') {
		const { handle, prefix } = scanTagDirective(cursor, start);
		directive = token('tag-directive', start, cursor.at, handle, prefix);
	} else {
		throw cursor.error(doing, start, 'found unknown directive name');
	}

	while (isBlank(cursor.code())) cursor.at++;
	if (cursor.code() === 0x23) cursor.at = cursor.lineEnd();
	if (!isBreakOrEnd(cursor.code())) throw cursor.error(doing, start, 'did not find expected comment or line break');
	cursor.skipBreak();
	return directive;
}

function readName(cursor: Cursor, start: number): string {
	const from = cursor.at;
	while (isWordCharacter(cursor.code())) cursor.at++;
	if (cursor.at === from) throw cursor.error(doing, start, 'could not find expected directive name');
	if (!isBlankBreakOrEnd(cursor.code())) throw cursor.error(doing, start, 'found unexpected non-alphabetical character');
	return cursor.text.slice(from, cursor.at);
}

function readVersion(cursor: Cursor, start: number): string {
	while (isBlank(cursor.code())) cursor.at++;
	const major = readVersionNumber(cursor, start);
	if (cursor.code() !== 0x2e) throw cursor.error('while scanning a %YAML directive', start, "did not find expected digit or '.' character");
	cursor.at++;
	return `${major}.${readVersionNumber(cursor, start)}`;
}

function readVersionNumber(cursor: Cursor, start: number): number {
	const from = cursor.at;
	while (isDigit(cursor.code())) {
		cursor.at++;
		if (cursor.at - from > 2) throw cursor.error('while scanning a %YAML directive', start, 'found extremely long version number');
	}
	if (cursor.at === from) throw cursor.error('while scanning a %YAML directive', start, 'did not find expected version number');
	return Number(cursor.text.slice(from, cursor.at));
}
