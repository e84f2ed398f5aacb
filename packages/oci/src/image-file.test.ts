import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { background } from '@ichor/std';
import { buildImage } from './image-builder.ts';
import { imageFile } from './image-file.ts';
import { storeSource } from './image-source.ts';
import { packLayer } from './layer.ts';
import { ImageLayout } from './layout.ts';
import { parseReference } from './reference.ts';

test('a list in an image is read, whatever the layer is compressed with', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-oci-'));
	t.after(() => rm(folder, { recursive: true, force: true }));
	await mkdir(join(folder, 'root'));
	await writeFile(join(folder, 'root/image-digests'), 'one@two\n');
	await writeFile(join(folder, 'root/large'), Buffer.alloc(5_000_000));
	for (const compression of ['gzip', 'zstd'] as const) {
		const layout = new ImageLayout(join(folder, compression));
		await layout.name('ghcr.io/lists/one:v1', await buildImage(layout, [await packLayer(layout, join(folder, 'root'), compression)], {}));
		const read = async (path: string) => await imageFile(background, storeSource(layout), parseReference('ghcr.io/lists/one:v1'), path);
		assert.equal((await read('image-digests')).toString(), 'one@two\n');
		await assert.rejects(read('other'), { code: 'absent' });
		await assert.rejects(read('large'), { code: 'integrity' });
	}
});
