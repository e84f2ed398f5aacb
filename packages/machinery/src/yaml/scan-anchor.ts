import { isBlankBreakOrEnd, isFlowIndicator } from './characters.ts';
import type { Cursor } from './cursor.ts';
import { type Token, token } from './token.ts';

/** Reads `&name` or `*name`. */
export function scanAnchor(cursor: Cursor): Token {
	const isAlias = cursor.code() === 0x2a;
	const start = cursor.at++;
	while (isAnchorCharacter(cursor.code())) cursor.at++;
	const code = cursor.code();
	if (cursor.at === start + 1 || !(isBlankBreakOrEnd(code) || anchorEnds.includes(String.fromCharCode(code)))) {
		const doing = isAlias ? 'while scanning an alias' : 'while scanning an anchor';
		throw cursor.error(doing, start, 'did not find expected alphabetic or numeric character');
	}
	return token(isAlias ? 'alias' : 'anchor', start, cursor.at, cursor.text.slice(start + 1, cursor.at));
}

/** What may stand right behind the name of an anchor. */
const anchorEnds = '?:,]}%@`';

function isAnchorCharacter(code: number): boolean {
	return code > 0x20 && code < 0x7f && code !== 0x3a && !isFlowIndicator(code);
}
