import { isBlank, isBreak } from './characters.ts';
import type { Cursor } from './cursor.ts';

/** A comment and those on the lines below it, whatever stands in front of them: there, even tabs. */
export function skipComments(cursor: Cursor): void {
	for (;;) {
		cursor.at = cursor.lineEnd();
		let ahead = cursor.at;
		while (isBlank(cursor.text.charCodeAt(ahead)) || isBreak(cursor.text.charCodeAt(ahead))) ahead++;
		if (cursor.text.charCodeAt(ahead) !== 0x23) return;
		while (cursor.at < ahead) {
			if (isBreak(cursor.code())) cursor.skipBreak();
			else cursor.at++;
		}
	}
}

/** A comment behind a token, on its line. */
export function skipLineComment(cursor: Cursor): void {
	const { text, at } = cursor;
	let ahead = at;
	while (isBlank(text.charCodeAt(ahead))) ahead++;
	if (text.charCodeAt(ahead) !== 0x23) return;
	let behind = at - 1;
	while (isBlank(text.charCodeAt(behind))) behind--;
	if (isBreak(text.charCodeAt(behind))) return;
	cursor.at = ahead;
	cursor.at = cursor.lineEnd();
}
