import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { CopyRequestSchema, DiskUsageRequestSchema, ListRequest_Type, ListRequestSchema, ReadRequestSchema } from '@ichor/api/machine';
import type { Call } from '@ichor/rpc';
import { filesApi } from './files.ts';

const api = filesApi();
const call = { signal: new AbortController().signal } as Call;
const root = mkdtempSync(join(tmpdir(), 'ichor-files-'));

before(() => {
	mkdirSync(join(root, 'folder/inner'), { recursive: true });
	mkdirSync(join(root, 'void'));
	writeFileSync(join(root, 'file'), '12345');
	writeFileSync(join(root, 'folder/inner/deep'), '1234567890');
	symlinkSync('folder', join(root, 'link'));
	symlinkSync('gone', join(root, 'dangling'));
});

async function all<Message>(stream: AsyncIterable<Message> | undefined): Promise<Message[]> {
	const messages: Message[] = [];
	for await (const message of stream ?? []) messages.push(message);
	return messages;
}

describe('list', () => {
	const names = async (request: object): Promise<readonly string[]> =>
		(await all(api.list?.(create(ListRequestSchema, { root, ...request }), call))).map(
			({ relativeName = '', error = '' }) => relativeName + error,
		);

	test('has the root and what is in it, and with recursion what is below', async () => {
		const first = ['.', 'dangling', 'file', 'folder', 'link', 'void'];
		assert.deepEqual(await names({}), first);
		assert.deepEqual(await names({ recurse: true, recursionDepth: 1 }), first);
		assert.deepEqual(await names({ recurse: true, recursionDepth: 2 }), first.toSpliced(4, 0, 'folder/inner'));
		assert.deepEqual(await names({ recurse: true }), first.toSpliced(4, 0, 'folder/inner', 'folder/inner/deep'));
	});

	test('has the types that are wanted, the root among them', async () => {
		assert.deepEqual(await names({ recurse: true, types: [ListRequest_Type.REGULAR] }), ['file', 'folder/inner/deep']);
		assert.deepEqual(await names({ types: [ListRequest_Type.DIRECTORY] }), ['.', 'folder', 'void']);
		assert.deepEqual(await names({ types: [ListRequest_Type.SYMLINK] }), ['dangling', 'link']);
	});

	test('follows a root that is a link, and calls a file by its name', async () => {
		assert.deepEqual(await names({ root: join(root, 'link') }), ['.', 'inner']);
		assert.deepEqual(await names({ root: join(root, 'file') }), ['file']);
	});

	test('says what the file system refuses', async () => {
		await assert.rejects(names({ root: '/nosuch' }), { code: 'unknown', message: 'lstat /nosuch: no such file or directory' });
		await assert.rejects(names({ root: 'nosuch/' }), { code: 'unknown', message: 'lstat /nosuch: no such file or directory' });
		await assert.rejects(names({ root: join(root, 'dangling') }), { message: `lstat ${join(root, 'gone')}: no such file or directory` });
		await assert.rejects(names({ root: join(root, 'file/x') }), { message: `lstat ${join(root, 'file/x')}: not a directory` });
	});
});

describe('usage', () => {
	const usages = async (request: object): Promise<readonly string[]> =>
		(await all(api.diskUsage?.(create(DiskUsageRequestSchema, { paths: [root], ...request }), call))).map(
			({ relativeName = '', size = 0n, error = '' }) => `${relativeName} ${error === '' ? size : error}`,
		);
	const sizes = new Map<string, number>();
	before(async () => {
		for (const line of await usages({ all: true })) sizes.set(line.replace(/ .*/, ''), Number(line.replace(/.* /, '')));
	});

	test('adds up from the leaves', () => {
		assert.deepEqual([...sizes.keys()], ['dangling', 'file', 'folder/inner/deep', 'folder/inner', 'folder', 'link', 'void', '.']);
		const of = (name: string): number => sizes.get(name) ?? 0;
		assert.equal(of('folder/inner/deep'), 10);
		assert.ok(of('folder/inner') > 10 && of('folder') > of('folder/inner'));
		assert.ok(of('.') > of('dangling') + of('file') + of('folder') + of('link') + of('void'));
	});

	test('shows folders, down to a depth, above or below a size', async () => {
		const names = async (request: object): Promise<readonly string[]> => (await usages(request)).map((line) => line.replace(/ .*/, ''));
		assert.deepEqual(await names({}), ['folder/inner', 'folder', 'void', '.']);
		assert.deepEqual(await names({ recursionDepth: 2 }), ['folder', 'void', '.']);
		assert.deepEqual(await names({ recursionDepth: 1 }), ['.']);
		assert.deepEqual(await names({ all: true, threshold: -5n }), ['dangling', 'file'].slice(sizes.get('dangling') === 4 ? 0 : 1));
		assert.deepEqual(await names({ all: true, threshold: 11n, recursionDepth: 1 }), ['.']);
		assert.deepEqual(await names({ paths: [join(root, 'file')] }), []);
		assert.deepEqual(await names({ paths: [join(root, 'file')], all: true }), ['file']);
	});

	test('says of each path what the file system refuses', async () => {
		assert.deepEqual(await usages({ paths: ['/nosuch', join(root, 'void')] }), [
			'/nosuch lstat /nosuch: no such file or directory',
			`. ${sizes.get('void')}`,
		]);
	});
});

describe('read', () => {
	const content = async (path: string): Promise<string> => {
		const chunks = await all(api.read?.(create(ReadRequestSchema, { path }), call));
		return Buffer.concat(chunks.map(({ bytes = new Uint8Array() }) => bytes)).toString('utf8');
	};

	test('has the bytes of a file, and says what cannot be read', async () => {
		assert.equal(await content(join(root, 'link/inner/deep')), '1234567890');
		await assert.rejects(content('/nosuch'), { code: 'not-found', message: 'stat /nosuch: no such file or directory' });
		await assert.rejects(content(root), { code: 'unknown', message: 'path must be a regular file' });
		await assert.rejects(content(join(root, 'file/x')), { code: 'unknown', message: `stat ${join(root, 'file/x')}: not a directory` });
	});
});

test('copy says in a message what the file system refuses', async () => {
	const last = async (rootPath: string): Promise<string | undefined> =>
		(await all(api.copy?.(create(CopyRequestSchema, { rootPath }), call))).at(-1)?.metadata?.error;
	assert.equal(await last('/nosuch'), 'lstat /nosuch: no such file or directory');
	assert.equal(await last(root), undefined);
	await assert.rejects(last('nosuch'), { code: 'unknown', message: 'path is not absolute nosuch' });
});
