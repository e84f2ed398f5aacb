import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type ImageCacheConfig, imageCacheConfigSchema } from './image-cache-config.gen.ts';

/** Whether images are taken from the cache on the machine's own disk. */
export const imageCacheConfig: DocumentKind<ImageCacheConfig> = {
	kind: 'ImageCacheConfig',
	schema: imageCacheConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	conflicts(_, root: RootConfig, problems) {
		if (root.machine?.features?.imageCache !== undefined) problems.error([], 'image cache config is already set in v1alpha1 config');
	},
};
