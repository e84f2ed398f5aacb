// Generated from model/cri/image-cache-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Uses the container images that came with the installation medium.
 * Needs a boot medium that was made with an image cache. Takes the place of `machine.features.imageCache`; with both, the
 * configuration is refused.
 */
export interface ImageCacheConfig extends DocumentMeta {
	/** The cache on this machine's own disk. */
	readonly local?: LocalImageCache;
}

/** The image cache on a machine's own disk. */
export interface LocalImageCache {
	/**
	 * Copies the cache to the IMAGECACHE volume and asks it before any registry.
	 * @default false
	 */
	readonly enabled?: boolean;
}

export const localImageCacheSchema: StructSchema = {
	name: 'cri.LocalImageCacheConfig',
	fields: [
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const imageCacheConfigSchema: StructSchema = {
	name: 'cri.ImageCacheConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'local', type: { of: 'struct', struct: localImageCacheSchema } },
	],
};
