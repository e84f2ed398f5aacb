import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { packFolder } from './tarball.ts';

async function names(root: string): Promise<readonly string[]> {
	const chunks: Buffer[] = [];
	for await (const chunk of packFolder(root, new AbortController().signal)) chunks.push(Buffer.from(chunk as Uint8Array));
	return execFileSync('tar', ['-t'], { input: Buffer.concat(chunks), encoding: 'utf8' })
		.trim()
		.split('\n');
}

test('a folder is packed without itself, a file under its name', async () => {
	const root = mkdtempSync(join(tmpdir(), 'ichor-tar-'));
	mkdirSync(join(root, 'b'));
	writeFileSync(join(root, 'a'), 'hello');
	writeFileSync(join(root, 'b/empty'), '');
	symlinkSync('a', join(root, 'link'));
	assert.deepEqual(await names(root), ['a', 'b', 'b/empty', 'link']);
	assert.deepEqual(await names(join(root, 'a')), ['a']);
});
