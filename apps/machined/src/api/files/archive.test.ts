import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { archiveOf } from './archive.ts';

async function packed(
	root: string,
	whileReading: () => void = () => undefined,
): Promise<{ names: readonly string[]; skipped: readonly string[] }> {
	const { stream, skipped } = archiveOf(root, new AbortController().signal);
	const chunks: Buffer[] = [];
	for await (const chunk of stream) {
		if (chunks.length === 0) whileReading();
		chunks.push(Buffer.from(chunk as Uint8Array));
	}
	const names = execFileSync('tar', ['-t'], { input: Buffer.concat(chunks), encoding: 'utf8' })
		.trim()
		.split('\n');
	return { names, skipped };
}

test('a folder is packed without itself, a file under its name', async () => {
	const root = mkdtempSync(join(tmpdir(), 'ichor-tar-'));
	mkdirSync(join(root, 'b'));
	writeFileSync(join(root, 'a'), 'hello');
	writeFileSync(join(root, 'b/empty'), '');
	symlinkSync('a', join(root, 'link'));
	assert.deepEqual(await packed(root), { names: ['a', 'b', 'b/empty', 'link'], skipped: [] });
	assert.deepEqual(await packed(join(root, 'a')), { names: ['a'], skipped: [] });
});

test('a file that is cut while it is read is told of, and what comes after it is whole', async () => {
	const root = mkdtempSync(join(tmpdir(), 'ichor-tar-'));
	writeFileSync(join(root, 'a'), Buffer.alloc(8 << 20, 'a'));
	writeFileSync(join(root, 'b'), 'b');
	const { names, skipped } = await packed(root, () => truncateSync(join(root, 'a'), 1000));
	assert.deepEqual(names, ['a', 'b']);
	assert.deepEqual(skipped, [`skipping "${join(root, 'a')}": read ${join(root, 'a')}: unexpected EOF`]);
});

test('what the kernel makes up has its content', async () => {
	const chunks: Buffer[] = [];
	for await (const chunk of archiveOf('/proc/version', new AbortController().signal).stream) chunks.push(Buffer.from(chunk as Uint8Array));
	const content = execFileSync('tar', ['-xO'], { input: Buffer.concat(chunks), encoding: 'utf8' });
	assert.match(content, /^Linux version /);
});
