import type { DocumentKind } from '../../document.ts';
import { type ZswapConfig, zswapConfigSchema } from './zswap-config.gen.ts';

/** Compresses pages in memory before they are swapped out. */
export const zswapConfig: DocumentKind<ZswapConfig> = {
	kind: 'ZswapConfig',
	schema: zswapConfigSchema,
	since: 'v1.11',
	named: false,
	controlPlaneOnly: false,
	validate({ maxPoolPercent }, problems) {
		if (maxPoolPercent === undefined || (maxPoolPercent >= 0 && maxPoolPercent <= 100)) return;
		problems.error(['maxPoolPercent'], 'maxPoolPercent must be between 0 and 100');
	},
};
