import type { Readable } from 'node:stream';
import type { Context } from '@ichor/std';
import { type Descriptor, type ImageIndex, type ImageManifest, indexTypes, manifestTypes } from './document.ts';
import { OciError } from './errors.ts';
import type { ImageSource, RawManifest } from './image-source.ts';
import { layerLimit, platformLimit } from './limits.ts';
import { formatReference, type ImageReference } from './reference.ts';

/** Where an image is copied to. */
export interface ImageSink {
	has(digest: string): Promise<boolean>;
	/** @throws OciError `integrity` for content that is not what the descriptor says; nothing of it is kept then */
	putBlob(blob: Descriptor, content: Readable): Promise<void>;
	/** A manifest or an index whose parts are there; it is named when the reference has a tag. */
	putManifest(reference: ImageReference, manifest: RawManifest): Promise<void>;
}

/** `linux/amd64`, or `all`. */
export type PlatformChoice = readonly string[];

/**
 * Copies an image, or of an index the images of the wanted platforms, with the index itself. What the sink has is not
 * fetched again.
 *
 * @throws OciError what source and sink throw, `absent` when the index has no wanted platform, `malformed` for a document
 * that is no manifest or names more than any image has
 */
export async function copyImage(
	context: Context,
	source: ImageSource,
	reference: ImageReference,
	sink: ImageSink,
	platforms: PlatformChoice,
): Promise<void> {
	context.progress(`fetching ${formatReference(reference)}`);
	const top = await source.manifest(reference);
	const nested = isIndex(top, reference) ? wantedPlatforms(top, platforms, reference) : [];
	for (const { digest } of nested) {
		const image = await source.manifest(withoutTag(reference, digest));
		if (isIndex(image, reference)) throw new OciError('malformed', `${formatReference(reference)} is an index of indexes`);
		await copyManifest(context, source, withoutTag(reference, digest), sink, image);
	}
	if (nested.length > 0) await sink.putManifest(reference, top);
	else await copyManifest(context, source, reference, sink, top);
}

async function copyManifest(
	context: Context,
	source: ImageSource,
	reference: ImageReference,
	sink: ImageSink,
	manifest: RawManifest,
): Promise<void> {
	const { config, layers } = parse<ImageManifest>(manifest, reference);
	if (!Array.isArray(layers) || layers.length > layerLimit)
		throw new OciError('malformed', `${formatReference(reference)} has no list of at most ${layerLimit} layers`);
	for (const blob of [config, ...layers].map((raw) => checkedDescriptor(raw, reference))) {
		if (await sink.has(blob.digest)) continue;
		context.progress(`fetching ${formatReference(reference)}: ${blob.digest.slice(0, shownDigest)} (${(blob.size / 1e6).toFixed(1)} MB)`);
		await sink.putBlob(blob, await source.blob(reference, blob));
	}
	await sink.putManifest(reference, manifest);
}

function wantedPlatforms(index: RawManifest, platforms: PlatformChoice, reference: ImageReference): readonly Descriptor[] {
	const { manifests } = parse<ImageIndex>(index, reference);
	if (!Array.isArray(manifests) || manifests.length > platformLimit)
		throw new OciError('malformed', `${formatReference(reference)} has no list of at most ${platformLimit} manifests`);
	const wanted = manifests
		.map((raw) => checkedDescriptor(raw, reference))
		.filter(
			({ platform }) =>
				platforms.includes('all') || (platform !== undefined && platforms.includes(`${platform.os}/${platform.architecture}`)),
		);
	if (wanted.length === 0) throw new OciError('absent', `${formatReference(reference)} has nothing for ${platforms.join(', ')}`);
	return wanted;
}

function typeOf(manifest: RawManifest, reference: ImageReference): unknown {
	const { mediaType } = manifest.descriptor;
	return manifestTypes.includes(mediaType) ? mediaType : parse<ImageManifest>(manifest, reference).mediaType;
}

function isIndex(manifest: RawManifest, reference: ImageReference): boolean {
	return indexTypes.some((type) => type === typeOf(manifest, reference));
}

function parse<Document>({ bytes }: RawManifest, reference: ImageReference): Partial<Document> {
	try {
		const document: unknown = JSON.parse(bytes.toString('utf8'));
		if (typeof document === 'object' && document !== null) return document as Partial<Document>;
		throw new TypeError('not an object');
	} catch (error) {
		throw new OciError('malformed', `${formatReference(reference)} is no manifest`, { cause: error });
	}
}

/** A descriptor out of a document that somebody else wrote. */
function checkedDescriptor(raw: unknown, reference: ImageReference): Descriptor {
	const { digest, size, mediaType } = (raw ?? {}) as Partial<Descriptor>;
	const isOne =
		typeof digest === 'string' &&
		/^sha256:[0-9a-f]{64}$/.test(digest) &&
		Number.isSafeInteger(size) &&
		Number(size) >= 0 &&
		typeof mediaType === 'string';
	if (!isOne) throw new OciError('malformed', `${formatReference(reference)} names a part without a SHA-256 digest, a size and a type`);
	return raw as Descriptor;
}

function withoutTag({ registry, repository }: ImageReference, digest: string): ImageReference {
	return { registry, repository, digest };
}

/** `sha256:` and twelve digits: what people compare. */
const shownDigest = 19;
