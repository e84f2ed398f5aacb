import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { loadConfig } from '@ichor/machinery/config';
import { buildImage, createRegistry, FlatCache, ImageLayout, packLayer } from '@ichor/oci';
import { background, waitFor, withTimeout } from '@ichor/std';
import { findCall, runCall } from '../command/call.ts';
import { FakeTerminal } from '../command/fake-terminal.ts';
import { createImageCache, type WantedCache } from '../image-cache.ts';
import { mirrorPatch, serveImageCache } from '../image-cache-server.ts';
import { extensionDigests, overlayDigests, refuseUnknownBundle } from '../talos-bundle.ts';
import { tree } from '../tree.ts';

async function ichor(...words: readonly string[]): Promise<readonly string[]> {
	const terminal = new FakeTerminal();
	await runCall(await findCall(tree, words), terminal);
	return terminal.output.trimEnd().split('\n');
}

describe('the lists of images', () => {
	test('are those of a cluster, at the versions that are asked for', async () => {
		const [flannel, , , , server, ...rest] = await ichor('image', 'k8s-bundle', '--k8s-version', '1.35.4', '--flannel-version=0.28');
		assert.deepEqual([flannel, server, rest.length], ['ghcr.io/siderolabs/flannel:v0.28.0', 'registry.k8s.io/kube-apiserver:v1.35.4', 5]);
		assert.deepEqual(await ichor('images', 'default'), await ichor('image', 'k8s-bundle'));
		await assert.rejects(ichor('image', 'default', '--k8s-version', 'newest'), /invalid argument "newest" for "--k8s-version" flag/);
	});

	test("are Talos's own, for the versions that have one", async () => {
		const list = await ichor('image', 'talos-bundle', 'v1.12.3', '--extensions=false', '--overlays=false');
		assert.deepEqual([list.length, list[0]], [7, 'ghcr.io/siderolabs/installer:v1.12.3']);
		assert.deepEqual(['v1.11.0-alpha.0', 'v1.13.9'].map(refuseUnknownBundle), [undefined, undefined]);
		assert.match(refuseUnknownBundle('v1.14.0') ?? '', /must be between v1\.11\.0-alpha\.0 \(inclusive\) and v1\.14\.0 \(exclusive\)/);
		assert.match(refuseUnknownBundle('1.13.0') ?? '', /must have "v" prefix/);
	});

	test('of extensions and overlays have their digests', () => {
		assert.deepEqual(extensionDigests('ghcr.io/a:v1@sha256:1\n\n# a remark\n'), ['ghcr.io/a:v1@sha256:1']);
		assert.deepEqual(overlayDigests('overlays:\n  - {name: x, image: "ghcr.io/b:v2", digest: "sha256:2"}\n'), ['ghcr.io/b:v2@sha256:2']);
		assert.deepEqual(overlayDigests('overlays: []'), []);
	});
});

describe('an image cache', () => {
	test('has the images of a registry, and is served as one', async (t) => {
		const { folder, image } = await published(t);
		const wanted = wantedCache(join(folder, 'cache'), image);
		await createImageCache(new AbortController().signal, wanted);
		await assert.rejects(createImageCache(new AbortController().signal, wanted), /already exists, use --force/);
		await createImageCache(new AbortController().signal, { ...wanted, force: true, layerPath: join(folder, 'layers') });
		assert.deepEqual([...(await new FlatCache(wanted.path).images()).keys()], [image]);

		const stop = new AbortController();
		const terminal = new FakeTerminal();
		const server = { address: '127.0.0.1:0', path: wanted.path, mirrors: ['ghcr.io'], certificate: '', key: '' };
		const serving = serveImageCache(stop.signal, terminal, server);
		const url = await waitFor(withTimeout(background, 10_000), () => /http:\S+/.exec(terminal.errors)?.[0], 10);
		assert.deepEqual(await (await fetch(`${url}/v2/_catalog`)).json(), { repositories: [image.replace(/:v1$/, '')] });
		stop.abort();
		await serving;
	});

	test('is an image of one layer for the imager', async (t) => {
		const { folder, image } = await published(t);
		const path = join(folder, 'cache');
		await createImageCache(new AbortController().signal, { ...wantedCache(path, image), layout: 'oci' });
		assert.deepEqual((await readdir(path)).toSorted(), ['blobs', 'index.json', 'oci-layout']);
	});

	test('is nothing at all when one image is missing', async (t) => {
		const { folder, image } = await published(t);
		const wanted = wantedCache(join(folder, 'cache'), image, image.replace(/v1$/, 'v2'));
		await assert.rejects(createImageCache(new AbortController().signal, wanted), { code: 'absent' });
		assert.deepEqual((await readdir(folder)).toSorted(), ['layout', 'root']);
	});

	test('has certificates of an authority that machines are told to trust', async (t) => {
		const { folder } = await published(t);
		const before = process.cwd();
		process.chdir(folder);
		t.after(() => process.chdir(before));
		await ichor('image', 'cache-cert-gen', '--advertised-address=10.5.0.1,fd00::1', '--advertised-name=cache.example');
		const authority = new X509Certificate(readFileSync('ca.crt'));
		const certificate = new X509Certificate(readFileSync('tls.crt'));
		assert.ok(authority.ca && certificate.verify(authority.publicKey));
		assert.deepEqual(certificate.keyUsage, ['1.3.6.1.5.5.7.3.1'], 'of a server');
		assert.equal(
			certificate.checkIP('10.5.0.1') && certificate.checkIP('fd00::1') && certificate.checkHost('cache.example'),
			'cache.example',
		);
		assert.ok(certificate.checkPrivateKey(createPrivateKey(readFileSync('tls.key'))));
		assert.equal(statSync('tls.key').mode & 0o777, 0o600);
		const [patch] = loadConfig(readFileSync('image-cache-patch.yaml', 'utf8')).documents;
		assert.ok(patch !== undefined);
		const { certificates } = patch.value as { readonly certificates?: string };
		assert.deepEqual([patch.kind, certificates], ['TrustedRootsConfig', readFileSync('ca.crt', 'utf8')]);
		await assert.rejects(
			ichor('image', 'cache-cert-gen', '--advertised-address=cache'),
			/invalid string being converted to IP address: cache/,
		);
	});

	test('is named to machines by a patch', () => {
		assert.equal(
			mirrorPatch(['docker.io', 'ghcr.io'], ['10.5.0.1:3172', '[fd00::1]:3172'], true),
			['docker.io', 'ghcr.io']
				.map(
					(name) =>
						`apiVersion: v1alpha1\nkind: RegistryMirrorConfig\nname: ${name}\nendpoints:\n    - url: https://10.5.0.1:3172\n    - url: https://[fd00::1]:3172\n`,
				)
				.join('---\n'),
		);
	});
});

function wantedCache(path: string, ...images: readonly string[]): WantedCache {
	return { images, path, layerPath: '', force: false, insecure: true, cosignSignatures: true, layout: 'flat', platform: ['linux/amd64'] };
}

/** A registry with one image, and a folder to work in. */
async function published(t: TestContext): Promise<{ readonly folder: string; readonly image: string }> {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-cli-'));
	t.after(() => rm(folder, { recursive: true, force: true }));
	await mkdir(join(folder, 'root'));
	await writeFile(join(folder, 'root/program'), 'a program');
	const layout = new ImageLayout(join(folder, 'layout'));
	await layout.name('tools/program:v1', await buildImage(layout, [await packLayer(layout, join(folder, 'root'))], {}));
	const server = createRegistry(layout).listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.after(() => {
		server.close();
		server.closeAllConnections();
	});
	return { folder, image: `127.0.0.1:${(server.address() as AddressInfo).port}/tools/program:v1` };
}
