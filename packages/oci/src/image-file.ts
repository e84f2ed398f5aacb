import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, type Readable, type Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { Context } from '@ichor/std';
import { extract } from 'tar-stream';
import { copyImage } from './copy-image.ts';
import type { ImageIndex, ImageManifest } from './document.ts';
import { OciError } from './errors.ts';
import type { ImageSource } from './image-source.ts';
import { ImageLayout } from './layout.ts';
import { manifestLimit } from './limits.ts';
import { formatReference, type ImageReference } from './reference.ts';

/**
 * One small file of an image, which is how lists are published.
 *
 * @param path as the layer's archive has it, without a slash in front
 * @throws OciError what {@link copyImage} throws, `absent` when no layer has the file, `integrity` when it is larger than a list
 */
export async function imageFile(context: Context, source: ImageSource, reference: ImageReference, path: string): Promise<Buffer> {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-image-'));
	try {
		const layout = new ImageLayout(folder);
		await copyImage(context, source, reference, layout, [platform]);
		const [named] = (await layout.images()).values();
		const top = await layout.readDocument<ImageManifest & Partial<ImageIndex>>(named?.digest ?? '');
		const own = top.manifests?.find((entry) => `${entry.platform?.os}/${entry.platform?.architecture}` === platform);
		const { layers } = own === undefined ? top : await layout.readDocument<ImageManifest>(own.digest);
		for (const { digest, mediaType } of layers.toReversed()) {
			const found = await fileOfLayer((await layout.open(digest)).stream(), mediaType, path);
			if (found !== undefined) return found;
		}
		throw new OciError('absent', `${formatReference(reference)} has no file ${path}`);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** A list is the same for every platform. */
const platform = 'linux/amd64';

async function fileOfLayer(content: Readable, mediaType: string, path: string): Promise<Buffer | undefined> {
	const archive = extract();
	let found: Buffer | undefined;
	const reading = (async () => {
		for await (const entry of archive) {
			if (entry.header.name.replace(/^\.?\//, '') !== path) entry.resume();
			else if ((entry.header.size ?? 0) > manifestLimit) throw new OciError('integrity', `${path} is larger than a list is`);
			else found = await buffer(entry);
		}
	})();
	await Promise.all([pipeline(content, decompressor(mediaType), archive), reading]);
	return found;
}

function decompressor(mediaType: string): Transform {
	if (mediaType.endsWith('gzip')) return createGunzip();
	return mediaType.endsWith('zstd') ? createZstdDecompress() : new PassThrough();
}
