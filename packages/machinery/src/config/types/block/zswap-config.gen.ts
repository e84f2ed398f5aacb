// Generated from model/block/zswap-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Integer } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Compresses memory pages in RAM before they are swapped out to disk.
 * The document switches zswap on; it needs swap space, such as a SwapVolumeConfig, behind it.
 */
export interface ZswapConfig extends DocumentMeta {
	/**
	 * Share of the memory, in percent, that compressed pages may occupy: 0 to 100.
	 * @default 20
	 */
	readonly maxPoolPercent?: Integer;
	/**
	 * Lets the kernel push cold pages from the pool to the swap device when memory runs short.
	 * @default false
	 */
	readonly shrinkerEnabled?: boolean;
}

export const zswapConfigSchema: StructSchema = {
	name: 'block.ZswapConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'maxPoolPercent', type: scalar.int, nullable: true, omitEmpty: true },
		{ name: 'shrinkerEnabled', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};
