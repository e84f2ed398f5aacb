import type { DocumentKind } from '../../document.ts';
import { checkPartition } from './partition.ts';
import { type RawVolumeConfig, rawVolumeConfigSchema } from './raw-volume-config.gen.ts';

/** A partition without a file system. */
export const rawVolumeConfig: DocumentKind<RawVolumeConfig> = {
	kind: 'RawVolumeConfig',
	schema: rawVolumeConfigSchema,
	since: 'v1.11',
	named: true,
	controlPlaneOnly: false,
	validate: checkPartition,
};
