import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readLog } from './log-file.ts';

const path = join(mkdtempSync(join(tmpdir(), 'ichor-log-')), 'x.log');
const read = async (tailLines: number) => {
	let text = '';
	for await (const bytes of readLog(path, { tailLines, follow: false }, new AbortController().signal))
		text += Buffer.from(bytes).toString();
	return text;
};

test('the last lines, whether or not the very last one has ended', async () => {
	writeFileSync(path, 'a\nb\nc\n');
	assert.deepEqual(
		[await read(-1), await read(0), await read(1), await read(2), await read(9)],
		['a\nb\nc\n', '', 'c\n', 'b\nc\n', 'a\nb\nc\n'],
	);
	writeFileSync(path, 'a\nb\nc');
	assert.deepEqual([await read(1), await read(2)], ['c', 'b\nc']);
});

test('what is appended follows', async () => {
	writeFileSync(path, 'a\n');
	const stop = new AbortController();
	let text = '';
	for await (const bytes of readLog(path, { tailLines: -1, follow: true }, stop.signal)) {
		text += Buffer.from(bytes).toString();
		if (text === 'a\n') appendFileSync(path, 'b\n');
		if (text === 'a\nb\n') stop.abort();
	}
	assert.equal(text, 'a\nb\n');
});
