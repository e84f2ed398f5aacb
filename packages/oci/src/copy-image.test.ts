import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { background } from '@ichor/std';
import { copyImage, type ImageSink } from './copy-image.ts';
import { mediaTypes } from './document.ts';
import { FlatCache } from './flat-cache.ts';
import { buildImage } from './image-builder.ts';
import { storeSource } from './image-source.ts';
import { packLayer } from './layer.ts';
import { ImageLayout } from './layout.ts';
import { parseReference } from './reference.ts';
import { registryListener } from './registry.ts';
import { RegistryClient } from './registry-client.ts';
import type { RegistryCredentials } from './registry-token.ts';

const someone: RegistryCredentials = { username: 'someone', password: 'a secret' };
const linux = ['linux/amd64'];

describe('an image of a registry', () => {
	for (const kind of ['layout', 'flat cache'] as const) {
		test(`is copied to a ${kind}, and from there again`, async (t) => {
			const { folder, layout } = await images(t);
			const host = await listening(t, registryListener(layout));
			const sink = kind === 'layout' ? new ImageLayout(join(folder, 'copy')) : new FlatCache(join(folder, 'copy'));
			await pull(`${host}/tools/program:v1`, sink);
			const again = new ImageLayout(join(folder, 'again'));
			await copyImage(background, storeSource(sink), parseReference(`${host}/tools/program:v1`), again, linux);
			const expected = (await layout.images()).get('tools/program:v1')?.digest;
			assert.equal((await again.images()).get(`${host}/tools/program:v1`)?.digest, expected);
			const fetched = sink.has.bind(sink);
			sink.putBlob = async () => assert.fail('what is there is not fetched again');
			assert.equal(await fetched(expected ?? ''), kind === 'layout');
			sink.putManifest = async () => undefined;
			await pull(`${host}/tools/program:v1`, sink);
		});
	}

	test('is copied for the platforms that are wanted, with its index', async (t) => {
		const { folder, layout } = await images(t);
		const host = await listening(t, registryListener(layout));
		const copy = new ImageLayout(join(folder, 'copy'));
		await pull(`${host}/tools/program:both`, copy);
		const blobs = await readdir(join(folder, 'copy/blobs/sha256'));
		assert.equal(blobs.length, 4, 'the index, a manifest, a configuration, a layer');
		await pull(`${host}/tools/program:both`, copy, { platforms: ['all'] });
		assert.equal((await readdir(join(folder, 'copy/blobs/sha256'))).length, 6);
		await assert.rejects(pull(`${host}/tools/program:both`, copy, { platforms: ['linux/s390x'] }), { code: 'absent' });
	});

	test('is absent, or a server is, by name', async (t) => {
		const { folder, layout } = await images(t);
		const host = await listening(t, registryListener(layout));
		const copy = new ImageLayout(join(folder, 'copy'));
		await assert.rejects(pull(`${host}/tools/program:v9`, copy), {
			code: 'absent',
			message: `the registry has no ${host}/tools/program (manifests/v9)`,
		});
		const gone = createServer();
		await once(gone.listen(0, '127.0.0.1'), 'listening');
		const { port } = gone.address() as AddressInfo;
		await new Promise((resolve) => gone.close(resolve));
		await assert.rejects(pull(`127.0.0.1:${port}/tools/program:v1`, copy), { code: 'unreachable' });
	});
});

describe('a registry that asks who we are', () => {
	test('is told once, by a token that its token server gives for our credentials', async (t) => {
		const { folder, layout } = await images(t);
		const asked: string[] = [];
		const host = await listening(t, guarded(registryListener(layout), asked));
		await pull(`${host}/tools/program:v1`, new ImageLayout(join(folder, 'copy')), { credentials: someone });
		assert.deepEqual(asked, ['/token?service=registry&scope=repository%3Atools%2Fprogram%3Apull']);
		await assert.rejects(
			pull(`${host}/tools/program:v1`, new ImageLayout(join(folder, 'other')), { credentials: { ...someone, password: 'wrong' } }),
			(error: Error) => {
				assert.match(error.message, /the token server .* answers 401/);
				assert.doesNotMatch(error.message, /wrong/);
				return true;
			},
		);
	});

	test('is told by the request itself when it asks for that', async (t) => {
		const { folder, layout } = await images(t);
		const inner = registryListener(layout);
		const host = await listening(t, (request, response) => {
			if (request.headers.authorization === basicOf(someone)) inner(request, response);
			else response.writeHead(401, { 'www-authenticate': 'Basic realm="here"' }).end();
		});
		await pull(`${host}/tools/program:v1`, new ImageLayout(join(folder, 'copy')), { credentials: someone });
		await assert.rejects(pull(`${host}/tools/program:v1`, new ImageLayout(join(folder, 'copy'))), { code: 'denied' });
	});

	test('is not believed when it sends us anywhere', async (t) => {
		const { folder } = await images(t);
		const copy = new ImageLayout(join(folder, 'copy'));
		for (const challenge of ['Bearer realm="file:///etc/passwd"', 'Bearer realm="nowhere"', 'Bearer service="x"', 'Digest realm="x"', '']) {
			const host = await listening(t, (_request, response) => response.writeHead(401, { 'www-authenticate': challenge }).end());
			await assert.rejects(pull(`${host}/tools/program:v1`, copy, { credentials: someone }), { code: 'unreachable' }, challenge);
		}
	});

	test('sees no token on the host that it redirects to', async (t) => {
		const { folder, layout } = await images(t);
		const seen: (string | undefined)[] = [];
		const storage = await listening(t, (request, response) => {
			seen.push(request.headers.authorization);
			registryListener(layout)(request, response);
		});
		const inner = registryListener(layout);
		const host = await listening(
			t,
			guarded((request, response) => {
				if (request.url?.includes('/blobs/') === true) response.writeHead(307, { location: `http://${storage}${request.url}` }).end();
				else inner(request, response);
			}, []),
		);
		await pull(`${host}/tools/program:v1`, new ImageLayout(join(folder, 'copy')), { credentials: someone });
		assert.deepEqual(seen, [undefined, undefined]);
	});
});

describe('a registry that misbehaves', () => {
	const cases: Readonly<Record<string, { readonly code: string; readonly listener: (inner: RequestListener) => RequestListener }>> = {
		'redirects for ever': {
			code: 'unreachable',
			listener: () => (request, response) => response.writeHead(302, { location: request.url ?? '' }).end(),
		},
		'redirects to a file': {
			code: 'unreachable',
			listener: () => (_request, response) => response.writeHead(302, { location: 'file:///etc/shadow' }).end(),
		},
		'answers 500': { code: 'unreachable', listener: () => (_request, response) => response.writeHead(500).end('no') },
		'sends a manifest without an end': {
			code: 'integrity',
			listener: () => (_request, response) => {
				response.writeHead(200, { 'content-type': mediaTypes.manifest });
				const send = (): void => {
					if (!response.destroyed && response.write(' '.repeat(65_536))) setImmediate(send);
				};
				response.on('drain', send);
				send();
			},
		},
		'sends another manifest than it says': {
			code: 'integrity',
			listener: () => (_request, response) =>
				response.writeHead(200, { 'content-type': mediaTypes.manifest, 'docker-content-digest': `sha256:${'1'.repeat(64)}` }).end('{}'),
		},
		'sends what is no manifest': { code: 'malformed', listener: () => (_request, response) => response.end('[]') },
		'sends what is no JSON': { code: 'malformed', listener: () => (_request, response) => response.end('no') },
		'names parts without a digest': {
			code: 'malformed',
			listener: () => (_request, response) =>
				response
					.writeHead(200, { 'content-type': mediaTypes.manifest })
					.end(JSON.stringify({ config: { digest: '../../etc/passwd', size: 1, mediaType: 'x' }, layers: [] })),
		},
		'sends other content than a blob has': { code: 'integrity', listener: replacedBlobs((blob) => Buffer.alloc(blob.length)) },
		'sends a blob that ends early': { code: 'integrity', listener: replacedBlobs((blob) => blob.subarray(1)) },
		'sends a blob that goes on': { code: 'integrity', listener: replacedBlobs((blob) => Buffer.concat([blob, Buffer.alloc(10_000_000)])) },
	};
	for (const [what, { code, listener }] of Object.entries(cases)) {
		test(`and ${what} is refused, and nothing of it is kept`, { timeout: 10_000 }, async (t) => {
			const { folder, layout } = await images(t);
			const host = await listening(t, listener(registryListener(layout)));
			const copy = new FlatCache(join(folder, 'copy'));
			await assert.rejects(pull(`${host}/tools/program:v1`, copy), { code });
			assert.deepEqual(await readdir(join(folder, 'copy/blob')).catch(() => []), []);
		});
	}
});

async function pull(
	reference: string,
	sink: ImageSink,
	{ credentials, platforms = linux }: { readonly credentials?: RegistryCredentials; readonly platforms?: readonly string[] } = {},
): Promise<void> {
	const client = new RegistryClient({ signal: background.signal, insecure: true, credentials: () => credentials });
	await copyImage(background, client, parseReference(reference), sink, platforms);
}

async function listening(t: TestContext, listener: RequestListener): Promise<string> {
	const server = createServer(listener).listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.after(() => {
		server.close();
		server.closeAllConnections();
	});
	return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A layout with an image, and an index of it and of another architecture's. */
async function images(t: TestContext) {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-oci-'));
	t.after(() => rm(folder, { recursive: true, force: true }));
	await mkdir(join(folder, 'root'));
	await writeFile(join(folder, 'root/program'), 'a program');
	const layout = new ImageLayout(join(folder, 'layout'));
	const layer = await packLayer(layout, join(folder, 'root'));
	const amd64 = await buildImage(layout, [layer], { Entrypoint: ['/program'] });
	const arm64 = await buildImage(layout, [layer], { Entrypoint: ['/program'] }, 'arm64');
	await layout.name('tools/program:v1', amd64);
	const index = await layout.putDocument(mediaTypes.index, { schemaVersion: 2, mediaType: mediaTypes.index, manifests: [amd64, arm64] });
	await layout.name('tools/program:both', index);
	return { folder, layout };
}

function basicOf({ username, password }: RegistryCredentials): string {
	return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/** A registry whose token server is itself. */
function guarded(inner: RequestListener, asked: string[]): RequestListener {
	const token = createHash('sha256').update('token').digest('hex');
	return (request, response) => {
		const { url = '', headers } = request;
		if (url.startsWith('/token')) {
			asked.push(url);
			if (headers.authorization !== basicOf(someone)) response.writeHead(401).end();
			else response.end(JSON.stringify({ token }));
		} else if (headers.authorization === `Bearer ${token}`) inner(request, response);
		else {
			const challenge = `Bearer realm="http://${headers.host ?? ''}/token",service="registry",scope="repository:tools/program:pull"`;
			response.writeHead(401, { 'www-authenticate': challenge }).end();
		}
	};
}

function replacedBlobs(replace: (blob: Buffer) => Buffer): (inner: RequestListener) => RequestListener {
	return (inner) => (request, response) => {
		if (request.url?.includes('/blobs/') !== true) inner(request, response);
		else void forwarded(inner, request.url).then((blob) => response.end(replace(blob)));
	};
}

async function forwarded(inner: RequestListener, url: string): Promise<Buffer> {
	const server = createServer(inner).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${url}`);
	const body = Buffer.from(await response.arrayBuffer());
	server.close();
	server.closeAllConnections();
	return body;
}
