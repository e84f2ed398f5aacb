import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { Cache } from './cache.ts';

describe('the cache', () => {
	test('builds an entry once, and another when an ingredient changes', async (t) => {
		const { cache } = await temporaryCache(t);
		let builds = 0;
		const entry = async (...ingredients: string[]) =>
			await cache.entry('parts', 'x', ingredients, async (folder) => await writeFile(join(folder, 'file'), String(++builds)));
		const first = await entry('a', 'b');
		const again = await entry('a', 'b');
		const other = await entry('a', 'c');
		const joined = await entry('ab');
		assert.deepEqual([first.built, again.built, other.built, joined.built, builds], [true, false, true, true, 3]);
		assert.equal(again.path, first.path);
		assert.equal(await readFile(join(first.path, 'file'), 'utf8'), '1');
	});

	test('keeps nothing of a build that failed', async (t) => {
		const { cache, root } = await temporaryCache(t);
		const failing = cache.entry('parts', 'x', [], async (folder) => {
			await writeFile(join(folder, 'half'), '');
			throw new Error('no compiler');
		});
		await assert.rejects(failing, /no compiler/);
		assert.deepEqual(await readdir(join(root, 'parts')), []);
	});

	test('builds an entry once for all who want it at the same time', async (t) => {
		const { cache } = await temporaryCache(t);
		let builds = 0;
		const build = async (folder: string): Promise<void> => {
			builds++;
			await writeFile(join(folder, 'file'), 'content');
		};
		const [one, two] = await Promise.all([cache.entry('parts', 'x', [], build), cache.entry('parts', 'x', [], build)]);
		assert.deepEqual([one.path, builds], [two.path, 1]);
	});

	test('two processes that build one entry get the same folder', { timeout: 10_000 }, async (t) => {
		const { cache, root } = await temporaryCache(t);
		const other = new Cache(root);
		const both = Promise.withResolvers<void>();
		let waiting = 0;
		const build = async (folder: string): Promise<void> => {
			await writeFile(join(folder, 'file'), 'content');
			if (++waiting === 2) both.resolve();
			await both.promise;
		};
		const [one, two] = await Promise.all([cache.entry('parts', 'x', [], build), other.entry('parts', 'x', [], build)]);
		assert.equal(one.path, two.path);
		assert.equal((await readdir(join(root, 'parts'))).length, 1);
	});

	test('is where the environment says', () => {
		assert.equal(Cache.fromEnvironment({ ICHOR_CACHE: '/c', XDG_CACHE_HOME: '/x' }).root, '/c');
		assert.equal(Cache.fromEnvironment({ XDG_CACHE_HOME: '/x' }).root, '/x/ichor');
		assert.equal(Cache.fromEnvironment({}).root, join(homedir(), '.cache/ichor'));
	});
});

async function temporaryCache(t: TestContext) {
	const root = await mkdtemp(join(tmpdir(), 'ichor-cache-'));
	t.after(() => rm(root, { recursive: true, force: true }));
	return { root, cache: new Cache(root) };
}
