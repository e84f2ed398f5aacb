import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { rememberedNodeParts, rememberNodeParts } from './node-parts.ts';

test('the parts that were built last are found again, unless something of them is gone', async (t) => {
	const cache = await mkdtemp(join(tmpdir(), 'ichor-parts-'));
	t.after(async () => await rm(cache, { recursive: true }));
	const environment = { ICHOR_CACHE: cache };
	await assert.rejects(rememberedNodeParts(environment), { code: 'absent', message: /run `npm run up` once in a checkout/ });
	const runtime = join(cache, 'runc');
	await writeFile(runtime, '');
	const parts = { rootFileSystem: cache, runtime, etcdImage: 'etcd:v3', imageLayouts: [cache], cached: false };
	await rememberNodeParts(parts, environment);
	assert.deepEqual(await rememberedNodeParts(environment), { ...parts, cached: true });
	await rm(runtime);
	await assert.rejects(rememberedNodeParts(environment), { code: 'absent' });
});
