import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Compares a text with a file of `testdata/`. UPDATE_GOLDENS=1 writes the file instead. For tests. */
export function matchesGolden(file: URL, text: string): void {
	if (process.env['UPDATE_GOLDENS'] === '1') {
		mkdirSync(new URL('.', file), { recursive: true });
		writeFileSync(file, text);
	}
	assert.equal(text, readFileSync(file, 'utf8'));
}
