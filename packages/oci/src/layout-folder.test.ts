import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildImage } from './image-builder.ts';
import { ImageLayout } from './layout.ts';
import { layoutFolder } from './layout-folder.ts';

test('a folder of layouts has the latest image of each name, also one that comes later', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-oci-'));
	t.after(() => rm(folder, { recursive: true, force: true }));
	const store = layoutFolder(folder);
	assert.equal((await store.images()).size, 0);
	await mkdir(join(folder, 'being-built.tmp'));
	const add = async (name: string, entrypoint: string, time: number) => {
		const layout = new ImageLayout(join(folder, name));
		const image = await buildImage(layout, [], { Entrypoint: [entrypoint] });
		await layout.name('registry.example.org/tool:v1', image);
		await utimes(layout.path, time, time);
		return image.digest;
	};
	const later = await add('b', '/b', 2000);
	const earlier = await add('a', '/a', 1000);
	assert.equal((await store.images()).get('registry.example.org/tool:v1')?.digest, later);
	assert.ok((await store.open(earlier)).size > 0, 'what was superseded can still be pulled by its digest');
});
