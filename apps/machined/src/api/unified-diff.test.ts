import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { unifiedDiff } from './unified-diff.ts';

test('a change is shown with three lines around it', () => {
	const lines = Array.from({ length: 10 }, (_, at) => `l${at}`);
	const changed = lines.map((line) => (line === 'l5' ? 'x' : line));
	const text = (all: readonly string[]) => `${all.join('\n')}\n`;
	assert.equal(unifiedDiff(text(lines), text(changed)), '--- a\n+++ b\n@@ -3,7 +3,7 @@\n l2\n l3\n l4\n-l5\n+x\n l6\n l7\n l8\n');
	assert.equal(unifiedDiff('', 'a\nb\n'), '--- a\n+++ b\n@@ -0,0 +1,2 @@\n+a\n+b\n');
	assert.equal(unifiedDiff('a\n', 'a\n'), '');
});

test('patch makes the second text of the first', () => {
	const folder = mkdtempSync(join(tmpdir(), 'ichor-diff-'));
	const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 30 }).map((lines) => `${lines.join('\n')}\n`);
	fc.assert(
		fc.property(text, text, (before, after) => {
			if (before === after) return;
			writeFileSync(join(folder, 'a'), before);
			const patched = execFileSync('patch', ['-s', '-o', '-', join(folder, 'a')], { input: unifiedDiff(before, after), encoding: 'utf8' });
			assert.equal(patched, after);
		}),
		{ numRuns: 25 },
	);
});
