import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Cache } from '@ichor/imager/cache';
import {
	buildImage,
	copyImage,
	dockerCredentials,
	FlatCache,
	ImageLayout,
	type ImageSink,
	type ImageSource,
	layoutFolder,
	OciError,
	packLayer,
	parseReference,
	RegistryClient,
	storeSource,
} from '@ichor/oci';
import type { Context } from '@ichor/std';
import { ProgressLine } from '@ichor/std/node';

export interface WantedCache {
	readonly images: readonly string[];
	/** The folder to make. */
	readonly path: string;
	/** A folder that keeps blobs from one time to the next; empty for none. */
	readonly layerPath: string;
	readonly force: boolean;
	readonly insecure: boolean;
	readonly cosignSignatures: boolean;
	readonly layout: 'oci' | 'flat';
	readonly platform: readonly string[];
}

/**
 * Fetches images into a folder that appears when it is whole. What this machine has built is taken in place of the
 * registry's.
 *
 * @throws Error when the folder exists and may not be removed, OciError when an image cannot be had
 */
export async function createImageCache(signal: AbortSignal, wanted: WantedCache): Promise<void> {
	if (existsSync(wanted.path) && !wanted.force)
		throw new Error(`image cache path ${wanted.path} already exists, use --force to remove and use the path`);
	const line = new ProgressLine(process.stderr);
	const context: Context = { signal, progress: line.show, log: () => undefined };
	await mkdir(dirname(wanted.path), { recursive: true });
	const work = await mkdtemp(join(dirname(wanted.path), '.image-cache-'));
	try {
		const flat = new FlatCache(join(work, 'flat'));
		await mkdir(flat.path);
		await fill(context, wanted, flat);
		if (wanted.layout === 'oci') await packCache(context, flat, join(work, 'oci'));
		await rm(wanted.path, { recursive: true, force: true });
		await rename(join(work, wanted.layout), wanted.path);
	} finally {
		line.clear();
		await rm(work, { recursive: true, force: true });
	}
}

async function fill(context: Context, wanted: WantedCache, flat: FlatCache): Promise<void> {
	const registry = new RegistryClient({
		signal: context.signal,
		insecure: wanted.insecure,
		credentials: await dockerCredentials(process.env),
	});
	const built = storeSource(layoutFolder(Cache.fromEnvironment(process.env).images));
	const sink = wanted.layerPath === '' ? flat : rememberingSink(flat, new FlatCache(wanted.layerPath));
	for (const image of wanted.images) {
		const reference = parseReference(image);
		const source = await firstThatHas(reference, [built, registry]);
		await copyImage(context, source, reference, sink, wanted.platform);
		if (wanted.cosignSignatures && source === registry) await copySignature(context, registry, image, sink);
	}
}

async function firstThatHas(
	reference: ReturnType<typeof parseReference>,
	[built, registry]: readonly [ImageSource, ImageSource],
): Promise<ImageSource> {
	try {
		await built.manifest(reference);
		return built;
	} catch (error) {
		if (!(error instanceof OciError) || error.code !== 'absent') throw error;
		return registry;
	}
}

/** Cosign keeps a signature under a tag that is made of the digest; the newer kind has no ending. An image without one is as good. */
async function copySignature(context: Context, registry: RegistryClient, image: string, sink: ImageSink): Promise<void> {
	const { registry: host, repository, ...rest } = parseReference(image);
	const { descriptor } = await registry.manifest({ registry: host, repository, ...rest });
	const base = descriptor.digest.replace(':', '-');
	for (const tag of [`${base}.sig`, base]) {
		try {
			await copyImage(context, registry, { registry: host, repository, tag }, sink, ['all']);
			return;
		} catch (error) {
			if (!(error instanceof OciError) || error.code !== 'absent') throw error;
		}
	}
}

/** Puts blobs into a cache that stays as well, and takes them from there the next time. */
function rememberingSink(flat: FlatCache, kept: FlatCache): ImageSink {
	return {
		async has(digest) {
			if (await flat.has(digest)) return true;
			if (!(await kept.has(digest))) return false;
			const blob = await kept.open(digest);
			await flat.putBlob({ digest, size: blob.size, mediaType: '' }, blob.stream());
			return true;
		},
		async putBlob(blob, content) {
			await kept.putBlob(blob, content);
			await flat.putBlob(blob, (await kept.open(blob.digest)).stream());
		},
		putManifest: async (reference, manifest) => await flat.putManifest(reference, manifest),
	};
}

/** The shape that the imager takes: an image whose one layer has the cache. With gzip, as stock imagers expect it. */
async function packCache(context: Context, flat: FlatCache, path: string): Promise<void> {
	context.progress('packing the cache');
	const layout = new ImageLayout(path);
	const image = await buildImage(layout, [await packLayer(layout, flat.path, 'gzip')], {});
	await layout.add(image);
}
