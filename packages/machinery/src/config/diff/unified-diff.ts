import { type LineEdit, lineEdits } from './line-edits.ts';

/**
 * Two texts compared line by line in unified form, three lines of context, headed with their names; nothing for
 * equal texts. Texts of more than 75,000 lines together get a single line that says so, as upstream's do.
 */
export function unifiedDiff(a: string, b: string, names: { readonly a: string; readonly b: string } = { a: 'a', b: 'b' }): string {
	if (a === b) return '';
	const [aBreaks, bBreaks] = [a, b].map((text) => text.split('\n').length - 1) as [number, number];
	if (aBreaks + bBreaks > mostLines) return `@@ -1,${aBreaks} +1,${bBreaks} @@ diff too large to display\n`;
	const edits = lineEdits(linesOf(a), linesOf(b));
	return `--- ${names.a}\n+++ ${names.b}\n${hunksOf(edits)
		.map((hunk) => hunkText(edits, hunk))
		.join('')}`;
}

const mostLines = 75_000;

const context = 3;

/** A range of edits, the end not included. */
interface Hunk {
	readonly start: number;
	readonly end: number;
}

function linesOf(text: string): string[] {
	const lines = text.split('\n');
	if (lines.at(-1) === '') lines.pop();
	return lines;
}

function hunksOf(edits: readonly LineEdit[]): Hunk[] {
	const hunks: Hunk[] = [];
	for (const [index, edit] of edits.entries()) {
		if (edit.kind === 'equal') continue;
		const start = Math.max(0, index - context);
		const end = Math.min(edits.length, index + context + 1);
		const last = hunks.at(-1);
		if (last !== undefined && start < last.end) hunks[hunks.length - 1] = { start: last.start, end };
		else hunks.push({ start, end });
	}
	// texts that differ in the last line break only are shown whole
	return hunks.length === 0 && edits.length > 0 ? [{ start: 0, end: edits.length }] : hunks;
}

function hunkText(edits: readonly LineEdit[], { start, end }: Hunk): string {
	const before = edits.slice(0, start);
	const inside = edits.slice(start, end);
	const range = (kind: 'delete' | 'insert') => {
		const length = count(inside, kind);
		return `${count(before, kind) + (length === 0 ? 0 : 1)},${length}`;
	};
	return `@@ -${range('delete')} +${range('insert')} @@\n${inside.map((edit) => `${signs[edit.kind]}${edit.text}\n`).join('')}`;
}

/** Lines of the old text (`delete`) or of the new one (`insert`). */
function count(edits: readonly LineEdit[], kind: 'delete' | 'insert'): number {
	return edits.filter((edit) => edit.kind === 'equal' || edit.kind === kind).length;
}

const signs = { equal: ' ', delete: '-', insert: '+' } as const;
