/** Lines around a change that are shown with it. */
const around = 3;

/** The difference of two texts as `diff -u` prints it with the names a and b; empty when there is none. */
export function unifiedDiff(before: string, after: string): string {
	if (before === after) return '';
	const [a, b] = [linesOf(before), linesOf(after)];
	let head = 0;
	while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
	let tail = 0;
	while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
	const edits = compare(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
	const all = [...a.slice(0, head).map(same), ...edits, ...a.slice(a.length - tail).map(same)];
	return `--- a\n+++ b\n${hunks(all)}`;
}

interface Edit {
	readonly mark: ' ' | '-' | '+';
	readonly line: string;
}

function linesOf(text: string): readonly string[] {
	if (text === '') return [];
	return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

function same(line: string): Edit {
	return { mark: ' ', line };
}

/** The longest common subsequence; texts too different to compare line by line are replaced whole. */
function compare(a: readonly string[], b: readonly string[]): readonly Edit[] {
	if (a.length * b.length > 4_000_000)
		return [...a.map((line) => ({ mark: '-', line }) as const), ...b.map((line) => ({ mark: '+', line }) as const)];
	const width = b.length + 1;
	const common = new Uint32Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			common[i * width + j] =
				a[i] === b[j]
					? (common[(i + 1) * width + j + 1] ?? 0) + 1
					: Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
		}
	}
	const edits: Edit[] = [];
	let [i, j] = [0, 0];
	while (i < a.length || j < b.length) {
		const [left, right] = [a[i], b[j]];
		if (left !== undefined && left === right) {
			edits.push(same(left));
			i += 1;
			j += 1;
		} else if (right === undefined || (left !== undefined && (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))) {
			edits.push({ mark: '-', line: left ?? '' });
			i += 1;
		} else {
			edits.push({ mark: '+', line: right });
			j += 1;
		}
	}
	return edits;
}

function hunks(edits: readonly Edit[]): string {
	let text = '';
	let [at, before, after] = [0, 1, 1];
	while (at < edits.length) {
		const first = edits.findIndex(({ mark }, index) => index >= at && mark !== ' ');
		if (first === -1) break;
		const start = Math.max(first - around, at);
		let end = first;
		for (let index = first; index < edits.length && index <= end + 2 * around; index++) if (edits[index]?.mark !== ' ') end = index;
		const stop = Math.min(end + 1 + around, edits.length);
		before += start - at;
		after += start - at;
		const hunk = edits.slice(start, stop);
		const removed = hunk.filter(({ mark }) => mark !== '+').length;
		const added = hunk.filter(({ mark }) => mark !== '-').length;
		text += `@@ -${range(before, removed)} +${range(after, added)} @@\n${hunk.map(({ mark, line }) => `${mark}${line}\n`).join('')}`;
		before += removed;
		after += added;
		at = stop;
	}
	return text;
}

function range(start: number, length: number): string {
	if (length === 0) return `${start - 1},0`;
	return length === 1 ? String(start) : `${start},${length}`;
}
