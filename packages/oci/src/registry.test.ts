import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildImage } from './image-builder.ts';
import { packLayer } from './layer.ts';
import { ImageLayout } from './layout.ts';
import { createRegistry } from './registry.ts';

test('an image that was built from a folder is pulled by its reference and by its digest', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-oci-'));
	t.after(() => rm(folder, { recursive: true, force: true }));
	await mkdir(join(folder, 'root/bin'), { recursive: true });
	await writeFile(join(folder, 'root/bin/program'), 'x'.repeat(100_000));
	await symlink('program', join(folder, 'root/bin/alias'));

	const layout = new ImageLayout(join(folder, 'layout'));
	const build = async () => await buildImage(layout, [await packLayer(layout, join(folder, 'root'))], { Entrypoint: ['/bin/program'] });
	const built = await build();
	const again = await build();
	assert.equal(again.digest, built.digest, 'building twice gives the same image');
	await layout.name('registry.example.org/tools/program:v1', built);

	const server = createRegistry(layout).listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.after(() => server.close());
	const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`;
	assert.equal((await fetch(`${base}/`)).status, 200);

	const byTag = await fetch(`${base}/tools/program/manifests/v1?ns=registry.example.org`);
	assert.equal(byTag.headers.get('docker-content-digest'), built.digest);
	const manifest = (await byTag.json()) as { layers: { digest: string; size: number }[] };
	assert.equal((await fetch(`${base}/tools/program/manifests/${built.digest}?ns=registry.example.org`)).status, 200);
	assert.equal((await fetch(`${base}/tools/program/manifests/v2?ns=registry.example.org`)).status, 404);

	const [layer] = manifest.layers;
	assert.ok(layer !== undefined);
	const whole = Buffer.from(await (await fetch(`${base}/tools/program/blobs/${layer.digest}`)).arrayBuffer());
	assert.equal(whole.length, layer.size);
	const part = await fetch(`${base}/tools/program/blobs/${layer.digest}`, { headers: { range: 'bytes=10-19' } });
	assert.equal(part.status, 206);
	assert.deepEqual(Buffer.from(await part.arrayBuffer()), whole.subarray(10, 20));
	assert.equal((await fetch(`${base}/tools/program/blobs/sha256:nothing`)).status, 400);
	assert.equal((await fetch(`${base}/tools/program/blobs/${layer.digest}`, { method: 'DELETE' })).status, 405);
});
