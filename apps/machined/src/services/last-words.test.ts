import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { lastWords } from './last-words.ts';

test('what a program has said last is told without the header of its line, and no more than a line of it', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-log-'));
	t.after(async () => await rm(folder, { recursive: true }));
	const log = join(folder, 'kubelet.log');
	assert.equal(await lastWords(log), '');
	await writeFile(log, '');
	assert.equal(await lastWords(log), '');
	const said = '"command failed" err="failed to parse kubelet flag: unknown flag: --no-such-flag"';
	await writeFile(log, `${'x'.repeat(5000)}\nE1122 02:05:51.088976    3586 run.go:72] ${said}\n`);
	assert.equal(await lastWords(log), said);
	await writeFile(log, 'x'.repeat(5000));
	assert.equal((await lastWords(log)).length, 300);
});
