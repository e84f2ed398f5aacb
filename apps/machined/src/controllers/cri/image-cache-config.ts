import { imageCache } from '@ichor/machinery/effective';
import { ImageCacheConfig, imageCacheConfigId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/**
 * Whether images come with the machine. In a container there is no disk that they could be on: a cache that is wanted is
 * prepared for ever, as upstream's.
 */
export const imageCacheConfigController: Controller = reconciling({
	name: 'cri.ImageCacheConfigController',
	inputs: [configInput],
	outputs: [{ type: ImageCacheConfig.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const wanted = config !== undefined && imageCache(config)?.localEnabled === true;
		const state = wanted
			? ({ status: 'preparing', copyStatus: 'unknown' } as const)
			: ({ status: 'disabled', copyStatus: 'skipped' } as const);
		await publish(runtime, ImageCacheConfig, imageCacheConfigId, { ...state, roots: [] });
	},
});
