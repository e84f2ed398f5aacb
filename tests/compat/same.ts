import assert from 'node:assert/strict';

/** Fails with the first line that differs, and with what else `seen` tells of the case: random cases are long. */
export function assertSame(ours: unknown, theirs: unknown, seen: unknown): void {
	const [left, right] = [textOf(ours), textOf(theirs)];
	if (left === right) return;
	assert.fail(`${firstDifference(left, right)}\n${JSON.stringify(seen, undefined, 2)}`);
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : (JSON.stringify(value, undefined, 2)?.replaceAll('\\n', '\n') ?? 'undefined');
}

function firstDifference(ours: string, theirs: string): string {
	const [left, right] = [ours.split('\n'), theirs.split('\n')];
	const at = left.findIndex((line, index) => line !== right[index]);
	const line = at < 0 ? left.length : at;
	const around = (lines: readonly string[]): string =>
		lines
			.slice(Math.max(0, line - 2), line + 2)
			.map((text) => text.slice(0, 200))
			.join('\n    ');
	return `line ${line + 1}\n  ours:\n    ${around(left)}\n  theirs:\n    ${around(right)}`;
}
