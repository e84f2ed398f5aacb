import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, glob, mkdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ImageSink } from './copy-image.ts';
import type { Descriptor } from './document.ts';
import { OciError } from './errors.ts';
import type { RawManifest } from './image-source.ts';
import { manifestLimit } from './limits.ts';
import type { ImageReference } from './reference.ts';
import type { Blob, ImageStore } from './store.ts';
import { storeBlob } from './store-blob.ts';

/**
 * An image cache in Talos's own shape, which its machines and its imager read: `blob/sha256-…`, and for each repository
 * `manifests/REGISTRY/REPOSITORY/digest/sha256-…` and `…/reference/TAG` (siderolabs/talos v1.13.9, pkg/imager/cache).
 */
export class FlatCache implements ImageStore, ImageSink {
	readonly path: string;

	constructor(path: string) {
		this.path = path;
	}

	async has(digest: string): Promise<boolean> {
		return existsSync(this.#blob(digest));
	}

	async putBlob(blob: Descriptor, content: Readable): Promise<void> {
		await storeBlob(this.#blob(blob.digest), blob, content);
	}

	async putManifest({ registry, repository, tag }: ImageReference, { descriptor, bytes }: RawManifest): Promise<void> {
		const folder = join(this.path, 'manifests', folderOf(registry), ...repository.split('/'));
		const byDigest = join(folder, 'digest', fileOf(descriptor.digest));
		await storeBlob(byDigest, descriptor, Readable.from([bytes]));
		if (tag === undefined) return;
		await mkdir(join(folder, 'reference'), { recursive: true });
		await copyFile(byDigest, join(folder, 'reference', tag));
	}

	async images(): Promise<ReadonlyMap<string, Descriptor>> {
		const manifests = join(this.path, 'manifests');
		const images = new Map<string, Descriptor>();
		for await (const file of glob('**/reference/*', { cwd: manifests })) {
			const [registry = '', ...rest] = relative(manifests, join(manifests, file)).split(sep);
			const [tag = ''] = rest.splice(-2).slice(1);
			images.set(`${registryOf(registry)}/${rest.join('/')}:${tag}`, await describe(join(manifests, file)));
		}
		return images;
	}

	/** A blob, or a manifest of any repository. */
	async open(digest: string): Promise<Blob> {
		const blob = this.#blob(digest);
		const path = existsSync(blob) ? blob : await this.#manifest(digest);
		return { size: (await stat(path)).size, stream: (range) => createReadStream(path, range) };
	}

	async #manifest(digest: string): Promise<string> {
		const manifests = join(this.path, 'manifests');
		for await (const file of glob(`**/digest/${fileOf(digest)}`, { cwd: manifests })) return join(manifests, file);
		throw new OciError('absent', `the cache ${this.path} has no ${digest}`);
	}

	#blob(digest: string): string {
		return join(this.path, 'blob', fileOf(digest));
	}
}

async function describe(path: string): Promise<Descriptor> {
	const { size } = await stat(path);
	if (size > manifestLimit) throw new OciError('integrity', `${path} has ${size} bytes, which no manifest has`);
	const bytes = await buffer(createReadStream(path));
	const { mediaType = '' } = JSON.parse(bytes.toString('utf8')) as { mediaType?: string };
	return { mediaType, digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`, size };
}

/** A colon cannot be in the name of a file on FAT, where caches are carried. */
function fileOf(digest: string): string {
	const hex = /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1];
	if (hex === undefined) throw new OciError('malformed', `"${digest}" is no SHA-256 digest`);
	return `sha256-${hex}`;
}

function folderOf(registry: string): string {
	return registry.replace(/:(\d+)$/, '_$1_');
}

function registryOf(folder: string): string {
	return folder.replace(/_(\d+)_$/, ':$1');
}
