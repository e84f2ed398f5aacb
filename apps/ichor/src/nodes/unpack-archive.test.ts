import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { RpcError } from '@ichor/rpc';
import { type Header, pack } from 'tar-stream';
import { unpackArchive } from './unpack-archive.ts';

async function archiveOf(...entries: readonly (Partial<Header> & { readonly name: string; readonly content?: string })[]): Promise<Buffer> {
	const archive = pack();
	for (const { content, ...header } of entries) archive.entry(header, content ?? '');
	archive.finalize();
	return gzipSync(await buffer(archive));
}

async function* sent(bytes: Uint8Array, failure?: Error): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100);
	if (failure !== undefined) throw failure;
}

function emptyFolder(t: TestContext): string {
	const around = mkdtempSync(join(tmpdir(), 'ichor-unpack-'));
	t.after(() => rmSync(around, { recursive: true }));
	const folder = join(around, 'folder');
	mkdirSync(folder);
	return folder;
}

describe('an archive of a node', () => {
	test('is unpacked with its permissions, but for those that nobody should get from a node', async (t) => {
		const folder = emptyFolder(t);
		const archive = await archiveOf(
			{ name: 'etc', type: 'directory', mode: 0o555 },
			{ name: 'etc/link', type: 'symlink', linkname: '../hosts' },
			{ name: 'etc/empty', mode: 0o600 },
			{ name: 'etc/hosts', mode: 0o4755, content: 'localhost\n'.repeat(1000) },
			{ name: './top', mode: 0o640, content: 'x' },
		);
		await unpackArchive(sent(archive), folder);
		const modes = Object.fromEntries(
			['etc', 'etc/empty', 'etc/hosts', 'top'].map((name) => [name, lstatSync(join(folder, name)).mode & 0o7777]),
		);
		assert.deepEqual(modes, { etc: 0o755, 'etc/empty': 0o600, 'etc/hosts': 0o755, top: 0o640 });
		assert.equal(readFileSync(join(folder, 'etc/hosts'), 'utf8').length, 10_000);
		assert.equal(readlinkSync(join(folder, 'etc/link')), '../hosts');
	});

	test('leads nowhere out of the folder', async (t) => {
		const outside = 'leads out of the folder';
		const hostile: readonly (readonly [string, Buffer])[] = [
			[outside, await archiveOf({ name: '../slip', content: 'x' })],
			[outside, await archiveOf({ name: 'a', type: 'directory' }, { name: 'a/../../slip', content: 'x' })],
			[outside, await archiveOf({ name: '/slip', content: 'x' })],
			['without its folder', await archiveOf({ name: 'way', type: 'symlink', linkname: '..' }, { name: 'way/slip', content: 'x' })],
			['file exists', await archiveOf({ name: 'old', content: 'x' })],
			['without its folder', await archiveOf({ name: 'old/slip', content: 'x' })],
		];
		for (const [reason, archive] of hostile) {
			const folder = emptyFolder(t);
			symlinkSync('..', join(folder, 'old'));
			await assert.rejects(unpackArchive(sent(archive), folder), (error: Error) => error.message.includes(reason));
			assert.ok(!existsSync(join(folder, '../slip')));
			assert.ok(!existsSync('/slip'));
		}
	});

	test('brings no devices, no pipes and no hard links', async (t) => {
		const folder = emptyFolder(t);
		const archive = await archiveOf(
			{ name: 'disk', type: 'block-device', devmajor: 8, devminor: 0 },
			{ name: 'null', type: 'character-device', devmajor: 1, devminor: 3 },
			{ name: 'pipe', type: 'fifo' },
			{ name: 'passwd', type: 'link', linkname: '/etc/passwd' },
			{ name: 'file', content: 'x' },
		);
		await assert.rejects(unpackArchive(sent(archive), folder), {
			message: 'left out: "disk" is a block-device, "null" is a character-device, "pipe" is a fifo, "passwd" is a link',
		});
		assert.deepEqual(readdirSync(folder), ['file']);
	});

	test('has no headers that fill the memory, and files as large as they may be', async (t) => {
		const header = Buffer.alloc(512);
		header.write('PaxHeader', 0);
		header.write(['0000644', '0000000', '0000000', '77777777777', '00000000000', ''].join('\0'), 100);
		header.write('        x', 148);
		header.write('ustar\x0000', 257);
		const sum = header.reduce((total, byte) => total + byte, 0);
		header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
		const bomb = gzipSync(Buffer.concat([header, Buffer.alloc(64 << 20)]));
		assert.ok(bomb.length < 100_000);
		const before = process.memoryUsage().rss;
		await assert.rejects(unpackArchive(sent(bomb), emptyFolder(t)), /error reading tar header: Header exceeds max size/);
		const grown = (process.memoryUsage().rss - before) / 2 ** 20;
		console.log(`an archive of ${bomb.length} bytes with a header of 64 MiB: refused, ${grown.toFixed(0)} MiB more`);
		assert.ok(grown < 48, `${grown} MiB`);

		const folder = emptyFolder(t);
		await unpackArchive(sent(await archiveOf({ name: 'large', content: 'x'.repeat(40 << 20) })), folder);
		assert.equal(lstatSync(join(folder, 'large')).size, 40 << 20);
	});

	test('that does not come whole is a failure', async (t) => {
		const gone = new RpcError('not-found', 'stat /nosuch: no such file or directory');
		await assert.rejects(unpackArchive(sent(Buffer.alloc(0), gone), emptyFolder(t)), {
			message: 'error initializing gzip: rpc error: code = NotFound desc = stat /nosuch: no such file or directory',
		});
		const archive = await archiveOf({ name: 'file', content: 'x'.repeat(100_000) });
		await assert.rejects(unpackArchive(sent(archive.subarray(0, -20)), emptyFolder(t)), /error (reading tar header|copying data)/);
		await assert.rejects(unpackArchive(sent(Buffer.from('no archive')), emptyFolder(t)), /^Error: error initializing gzip: /);
	});
});
