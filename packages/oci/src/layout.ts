import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { copyFile, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeFileAtomically } from '@ichor/std/node';
import type { ImageSink } from './copy-image.ts';
import { type Descriptor, type ImageIndex, mediaTypes } from './document.ts';
import { OciError } from './errors.ts';
import type { RawManifest } from './image-source.ts';
import { formatReference, type ImageReference } from './reference.ts';
import type { Blob, ImageStore } from './store.ts';
import { storeBlob } from './store-blob.ts';

/** The annotation under which index.json keeps an image's full reference (containerd's convention). */
const nameAnnotation = 'io.containerd.image.name';

/** An OCI image layout in a folder: blobs by digest, and an index of names. */
export class ImageLayout implements ImageStore, ImageSink {
	readonly path: string;

	constructor(path: string) {
		this.path = path;
	}

	/** The images in it, by their full reference. */
	async images(): Promise<ReadonlyMap<string, Descriptor>> {
		const { manifests } = await this.#index();
		return new Map(
			manifests.flatMap((descriptor) => {
				const name = descriptor.annotations?.[nameAnnotation];
				return name === undefined ? [] : [[name, descriptor]];
			}),
		);
	}

	/** Names a manifest that is in it; another manifest of that name is forgotten. */
	async name(reference: string, manifest: Descriptor): Promise<void> {
		const { manifests } = await this.#index();
		const others = manifests.filter(({ annotations }) => annotations?.[nameAnnotation] !== reference);
		const named = { ...manifest, annotations: { ...manifest.annotations, [nameAnnotation]: reference } };
		await this.#write([...others, named]);
	}

	/** Lists a manifest that is in it without a name. */
	async add(manifest: Descriptor): Promise<void> {
		const { manifests } = await this.#index();
		await this.#write([...manifests, manifest]);
	}

	async #write(manifests: readonly Descriptor[]): Promise<void> {
		await mkdir(this.path, { recursive: true });
		await writeFile(join(this.path, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
		const index: ImageIndex = { schemaVersion: 2, mediaType: mediaTypes.index, manifests };
		await writeFileAtomically(join(this.path, 'index.json'), JSON.stringify(index), 0o644);
	}

	/** Stores a document as canonical JSON. */
	async putDocument(mediaType: string, document: object): Promise<Descriptor> {
		const bytes = Buffer.from(JSON.stringify(document));
		const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
		const path = this.#blob(digest);
		await mkdir(dirname(path), { recursive: true });
		await writeFileAtomically(path, bytes, 0o644);
		return { mediaType, digest, size: bytes.length };
	}

	/** Stores a stream under the digest that it turns out to have. */
	async putStream(mediaType: string, content: Readable): Promise<Descriptor> {
		const folder = join(this.path, 'blobs/sha256');
		await mkdir(folder, { recursive: true });
		const temporary = join(folder, `.${randomBytes(6).toString('hex')}`);
		const hash = createHash('sha256');
		let size = 0;
		try {
			await pipeline(
				content,
				async function* (chunks: AsyncIterable<Buffer>) {
					for await (const chunk of chunks) {
						hash.update(chunk);
						size += chunk.length;
						yield chunk;
					}
				},
				createWriteStream(temporary, { flags: 'wx' }),
			);
			const digest = `sha256:${hash.digest('hex')}`;
			await rename(temporary, this.#blob(digest));
			return { mediaType, digest, size };
		} finally {
			await rm(temporary, { force: true });
		}
	}

	async has(digest: string): Promise<boolean> {
		return existsSync(this.#blob(digest));
	}

	async putBlob(blob: Descriptor, content: Readable): Promise<void> {
		await storeBlob(this.#blob(blob.digest), blob, content);
	}

	async putManifest(reference: ImageReference, { descriptor, bytes }: RawManifest): Promise<void> {
		await this.putBlob(descriptor, Readable.from([bytes]));
		if (reference.tag !== undefined)
			await this.name(formatReference({ registry: reference.registry, repository: reference.repository, tag: reference.tag }), descriptor);
	}

	/** Takes a blob over from another layout: the same file under two names where the file system allows it, else a copy. */
	async adopt({ digest }: Descriptor, from: ImageLayout): Promise<void> {
		const source = await from.#existing(digest);
		const target = this.#blob(digest);
		if (existsSync(target)) return;
		await mkdir(dirname(target), { recursive: true });
		try {
			await link(source, target);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
			await copyFile(source, target);
		}
	}

	/** @throws OciError `absent` */
	async readDocument<T>(digest: string): Promise<T> {
		return JSON.parse((await readFile(await this.#existing(digest))).toString('utf8')) as T;
	}

	/** @throws OciError `absent` */
	async open(digest: string): Promise<Blob> {
		const path = await this.#existing(digest);
		return { size: (await stat(path)).size, stream: (range) => createReadStream(path, range) };
	}

	async #existing(digest: string): Promise<string> {
		const path = this.#blob(digest);
		if (!existsSync(path)) throw new OciError('absent', `the layout ${this.path} has no blob ${digest}`);
		return path;
	}

	#blob(digest: string): string {
		const hex = /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1];
		if (hex === undefined) throw new OciError('malformed', `"${digest}" is no SHA-256 digest`);
		return join(this.path, 'blobs/sha256', hex);
	}

	async #index(): Promise<ImageIndex> {
		const path = join(this.path, 'index.json');
		if (!existsSync(path)) return { schemaVersion: 2, manifests: [] };
		return JSON.parse(await readFile(path, 'utf8')) as ImageIndex;
	}
}
