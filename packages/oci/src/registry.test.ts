import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, type TestContext, test } from 'node:test';
import { background, waitFor, withTimeout } from '@ichor/std';
import type { Descriptor } from './document.ts';
import { buildImage } from './image-builder.ts';
import { packLayer } from './layer.ts';
import { ImageLayout } from './layout.ts';
import { createRegistry } from './registry.ts';

describe('the registry', () => {
	test('gives an image by its reference and by its digest, with the type and the length of it', async (t) => {
		const { base, built } = await served(t);
		assert.equal((await fetch(`${base}/`)).status, 200);
		const byTag = await fetch(`${base}/tools/program/manifests/v1?ns=registry.example.org`);
		assert.equal(byTag.headers.get('docker-content-digest'), built.digest);
		assert.equal(byTag.headers.get('content-type'), built.mediaType);
		const head = await fetch(`${base}/tools/program/manifests/v1?ns=registry.example.org`, { method: 'HEAD' });
		assert.deepEqual([head.status, head.headers.get('content-length'), await head.text()], [200, String(built.size), '']);
		const byDigest = await fetch(`${base}/registry.example.org/tools/program/manifests/${built.digest}`);
		assert.deepEqual(await byDigest.json(), await byTag.json());
	});

	test('gives a blob whole and in ranges', async (t) => {
		const { base, layer } = await served(t);
		const url = `${base}/tools/program/blobs/${layer.digest}`;
		const whole = Buffer.from(await (await fetch(url)).arrayBuffer());
		assert.equal(whole.length, layer.size);
		const part = await fetch(url, { headers: { range: 'bytes=10-19' } });
		assert.deepEqual([part.status, part.headers.get('content-range')], [206, `bytes 10-19/${layer.size}`]);
		assert.deepEqual(Buffer.from(await part.arrayBuffer()), whole.subarray(10, 20));
		assert.equal((await fetch(url, { headers: { range: `bytes=${layer.size}-` } })).status, 416);
	});

	test('lists repositories and tags in pages', async (t) => {
		const { base } = await served(t);
		assert.deepEqual(await (await fetch(`${base}/_catalog`)).json(), { repositories: ['registry.example.org/tools/program'] });
		const tags = `${base}/tools/program/tags/list?ns=registry.example.org`;
		assert.deepEqual(await (await fetch(tags)).json(), { name: 'tools/program', tags: ['v1', 'v2'] });
		assert.deepEqual(await (await fetch(`${tags}&n=1&last=v1`)).json(), { name: 'tools/program', tags: ['v2'] });
	});

	test('says what it does not have, and that it takes nothing', async (t) => {
		const { base, built, layer } = await served(t);
		const refused = async (path: string, status: number, code: string, method = 'GET') => {
			const response = await fetch(`${base}${path}`, { method });
			const { errors } = (await response.json()) as { errors: readonly { code: string }[] };
			assert.deepEqual([response.status, errors[0]?.code], [status, code], path);
		};
		const absent = `sha256:${'0'.repeat(64)}`;
		await refused('/tools/program/manifests/v9?ns=registry.example.org', 404, 'MANIFEST_UNKNOWN');
		await refused(`/tools/program/manifests/${absent}`, 404, 'BLOB_UNKNOWN');
		await refused(`/tools/program/manifests/${layer.digest}`, 404, 'MANIFEST_UNKNOWN');
		await refused(`/tools/program/blobs/${absent}`, 404, 'BLOB_UNKNOWN');
		await refused('/tools/program/blobs/sha256:nothing', 400, 'DIGEST_INVALID');
		await refused(`/tools/program/referrers/${built.digest}`, 404, 'UNSUPPORTED');
		await refused('/tools/other/tags/list', 404, 'NAME_UNKNOWN');
		await refused('/Tools/manifests/v1', 400, 'NAME_INVALID');
		await refused('/tools/manifests/%ff', 400, 'NAME_INVALID');
		await refused(`/tools/program/blobs/${layer.digest}`, 405, 'UNSUPPORTED', 'DELETE');
		await refused('/tools/program/blobs/uploads/', 405, 'UNSUPPORTED', 'POST');
	});

	test('reads no further than its client does', async (t) => {
		const { base, layout } = await served(t);
		let read = 0;
		const open = layout.open.bind(layout);
		layout.open = async (digest) => {
			const blob = await open(digest);
			return { ...blob, stream: (range) => blob.stream(range).on('data', (chunk: Buffer) => void (read += chunk.length)) };
		};
		const big = await layout.putStream('application/octet-stream', Readable.from(zeros(bigBlob)));
		const asked = request(`${base}/tools/program/blobs/${big.digest}`).end();
		const [answer] = (await once(asked, 'response')) as [NodeJS.ReadableStream & { destroy(): void }];
		let same = 0;
		let before = 0;
		await waitFor(
			withTimeout(background, 10_000),
			() => {
				same = read > 0 && read === before ? same + 1 : 0;
				before = read;
				return same >= 20 || undefined;
			},
			10,
		);
		assert.ok(read < bigBlob, 'it waits for a client that does not read');
		answer.destroy();
	});
});

/** Bytes: more than the buffers of two sockets take. */
const bigBlob = 64 * 1024 * 1024;

function* zeros(size: number): Generator<Buffer> {
	for (let left = size; left > 0; left -= 1024 * 1024) yield Buffer.alloc(1024 * 1024);
}

async function served(t: TestContext) {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-oci-'));
	t.after(() => rm(folder, { recursive: true, force: true }));
	await mkdir(join(folder, 'root/bin'), { recursive: true });
	await writeFile(join(folder, 'root/bin/program'), 'x'.repeat(100_000));
	await symlink('program', join(folder, 'root/bin/alias'));
	const layout = new ImageLayout(join(folder, 'layout'));
	const layer = await packLayer(layout, join(folder, 'root'));
	const again = await packLayer(layout, join(folder, 'root'));
	assert.deepEqual(again, layer, 'packing twice gives the same layer');
	const built = await buildImage(layout, [layer], { Entrypoint: ['/bin/program'] });
	for (const tag of ['v1', 'v2']) await layout.name(`registry.example.org/tools/program:${tag}`, built);
	const server = createRegistry(layout).listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.after(() => {
		server.close();
		server.closeAllConnections();
	});
	const descriptor: Descriptor = layer.descriptor;
	return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`, layout, built, layer: descriptor };
}
