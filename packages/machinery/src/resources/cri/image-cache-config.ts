import { ImageCacheConfigSpecSchema } from '@ichor/api/resource/definitions/cri';
import { defineResource } from '@ichor/runtime';
import { choice, list, type SpecOf, specCodec, text } from '../spec/index.ts';

/** Whether images come with the machine, and from where. */
export const ImageCacheConfig = defineResource({
	type: 'ImageCacheConfigs.cri.talos.dev',
	namespace: 'cri',
	printColumns: [
		{ name: 'Status', jsonPath: '{.status}' },
		{ name: 'CopyStatus', jsonPath: '{.copyStatus}' },
		{ name: 'Roots', jsonPath: '{.roots}' },
	],
	codec: specCodec(ImageCacheConfigSpecSchema, {
		status: choice({ unknown: 0, disabled: 1, preparing: 2, ready: 3 }),
		copyStatus: choice({ unknown: 0, skipped: 1, copying: 2, ready: 3 }),
		roots: list(text),
	}),
});

export type ImageCacheConfigSpec = SpecOf<typeof ImageCacheConfig>;

export const imageCacheConfigId = 'image-cache';
