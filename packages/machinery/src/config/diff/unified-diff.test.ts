import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { unifiedDiff } from './unified-diff.ts';

test('what differs stands between three lines that do not', () => {
	const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n';
	assert.equal(
		unifiedDiff(before, before.replace('e\n', 'E\n').replace('k\n', 'k\nl\n')),
		'--- a\n+++ b\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n@@ -9,3 +9,4 @@\n i\n j\n k\n+l\n',
	);
	assert.equal(unifiedDiff('a\n', 'a\n'), '');
	assert.equal(unifiedDiff('', 'a\nb\n'), '--- a\n+++ b\n@@ -0,0 +1,2 @@\n+a\n+b\n');
	assert.equal(unifiedDiff('a\n', ''), '--- a\n+++ b\n@@ -1,1 +0,0 @@\n-a\n');
});

test('a diff turns the one text into the other', () => {
	const text = fc
		.array(fc.constantFrom('a', 'b', 'c', '', '-', '+', ' d'), { maxLength: 30 })
		.map((lines) => lines.map((line) => `${line}\n`).join(''));
	fc.assert(
		fc.property(text, text, (before, after) => {
			assert.equal(applied(before, unifiedDiff(before, after)), after);
		}),
		{ numRuns: 500 },
	);
});

/** The text with a diff applied. */
function applied(text: string, diff: string): string {
	const lines = text.split('\n').slice(0, -1);
	const result: string[] = [];
	let at = 0;
	for (const line of diff.split('\n').slice(2, -1)) {
		const hunk = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@$/.exec(line);
		if (hunk !== null) {
			const start = hunk[2] === '0' ? Number(hunk[1]) : Number(hunk[1]) - 1;
			while (at < start) result.push(lines[at++] ?? '');
			continue;
		}
		const content = line.slice(1);
		if (line.startsWith('+')) result.push(content);
		else assert.equal(lines[at++], content);
		if (line.startsWith(' ')) result.push(content);
	}
	return [...result, ...lines.slice(at)].map((line) => `${line}\n`).join('');
}
