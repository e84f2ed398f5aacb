import type { DocumentKind } from '../../document.ts';
import { checkPartition } from './partition.ts';
import { type SwapVolumeConfig, swapVolumeConfigSchema } from './swap-volume-config.gen.ts';

/** A partition to swap to. */
export const swapVolumeConfig: DocumentKind<SwapVolumeConfig> = {
	kind: 'SwapVolumeConfig',
	schema: swapVolumeConfigSchema,
	since: 'v1.11',
	named: true,
	controlPlaneOnly: false,
	validate: checkPartition,
};
