import { findMiddleSnake } from './middle-snake.ts';

/** A line that both texts have, or that only the old or the new one has. */
export interface LineEdit {
	readonly kind: 'equal' | 'delete' | 'insert';
	readonly text: string;
}

/**
 * The way from one list of lines to another, by Myers' algorithm in linear space. Which of several shortest ways it is
 * agrees with upstream's library, whose diffs are compared as text.
 */
export function lineEdits(a: readonly string[], b: readonly string[]): LineEdit[] {
	const edits: LineEdit[] = [];
	appendEdits(edits, a, b, 0);
	return edits;
}

/** Deeper, and for fewer lines, the longest common subsequence is found with a table. */
const maxDepth = 30;
const fewLines = 10;

/** Cells of a table that are worth filling; beyond, everything is replaced. */
const mostCells = 50_000_000;

function appendEdits(edits: LineEdit[], a: readonly string[], b: readonly string[], depth: number): void {
	if (a.length === 0 || b.length === 0) {
		for (const text of a) edits.push({ kind: 'delete', text });
		for (const text of b) edits.push({ kind: 'insert', text });
		return;
	}
	if (depth >= maxDepth || (a.length < fewLines && b.length < fewLines)) return appendByTable(edits, a, b);

	const prefix = commonPrefix(a, b);
	const suffix = commonSuffix(a, b, Math.min(a.length, b.length) - prefix);
	if (prefix > 0 || suffix > 0) {
		appendEqual(edits, a.slice(0, prefix));
		appendEdits(edits, a.slice(prefix, a.length - suffix), b.slice(prefix, b.length - suffix), depth + 1);
		appendEqual(edits, a.slice(a.length - suffix));
		return;
	}

	const snake = findMiddleSnake(a, b);
	appendEdits(edits, a.slice(0, snake.x), b.slice(0, snake.y), depth + 1);
	appendEqual(edits, a.slice(snake.x, snake.x + snake.length));
	appendEdits(edits, a.slice(snake.x + snake.length), b.slice(snake.y + snake.length), depth + 1);
}

function appendEqual(edits: LineEdit[], lines: readonly string[]): void {
	for (const text of lines) edits.push({ kind: 'equal', text });
}

function commonPrefix(a: readonly string[], b: readonly string[]): number {
	let count = 0;
	while (count < a.length && count < b.length && a[count] === b[count]) count++;
	return count;
}

function commonSuffix(a: readonly string[], b: readonly string[], most: number): number {
	let count = 0;
	while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
	return count;
}

function appendByTable(edits: LineEdit[], a: readonly string[], b: readonly string[]): void {
	const found: LineEdit[] = [];
	const width = b.length + 1;
	const lengths = a.length * width <= mostCells ? subsequenceLengths(a, b) : undefined;
	let i = a.length;
	let j = b.length;
	while (i > 0 && j > 0 && lengths !== undefined) {
		const text = a[i - 1] ?? '';
		if (text === b[j - 1]) {
			found.push({ kind: 'equal', text });
			i--;
			j--;
		} else if ((lengths[(i - 1) * width + j] ?? 0) > (lengths[i * width + j - 1] ?? 0)) {
			found.push({ kind: 'delete', text });
			i--;
		} else {
			found.push({ kind: 'insert', text: b[j - 1] ?? '' });
			j--;
		}
	}
	while (j > 0) found.push({ kind: 'insert', text: b[--j] ?? '' });
	while (i > 0) found.push({ kind: 'delete', text: a[--i] ?? '' });
	appendDeletesFirst(edits, found.reverse());
}

/** Between two equal lines, what goes stands before what comes. */
function appendDeletesFirst(edits: LineEdit[], found: readonly LineEdit[]): void {
	let inserts: LineEdit[] = [];
	for (const edit of found) {
		if (edit.kind === 'insert') {
			inserts.push(edit);
			continue;
		}
		if (edit.kind === 'equal') {
			edits.push(...inserts);
			inserts = [];
		}
		edits.push(edit);
	}
	edits.push(...inserts);
}

/** At `i * (b.length + 1) + j`: how many lines the first `i` of `a` and the first `j` of `b` have in common. */
function subsequenceLengths(a: readonly string[], b: readonly string[]): Uint32Array {
	const width = b.length + 1;
	const lengths = new Uint32Array((a.length + 1) * width);
	for (let i = 1; i <= a.length; i++) {
		for (let j = 1; j <= b.length; j++) {
			const cell = i * width + j;
			lengths[cell] =
				a[i - 1] === b[j - 1] ? (lengths[cell - width - 1] ?? 0) + 1 : Math.max(lengths[cell - width] ?? 0, lengths[cell - 1] ?? 0);
		}
	}
	return lengths;
}
