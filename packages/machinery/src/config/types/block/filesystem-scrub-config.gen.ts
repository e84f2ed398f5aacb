// Generated from model/block/filesystem-scrub-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Duration } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Checks the metadata of mounted XFS volumes regularly while they are in use.
 * Runs `xfs_scrub` at low priority; damage is reported, not repaired in silence. Each volume of each node gets its own
 * moment within the interval. A volume's own `scrub` section wins over this document.
 */
export interface FilesystemScrubConfig extends DocumentMeta {
	/**
	 * Time between two checks of the same volume, at least 10 seconds.
	 * @default 168h
	 */
	readonly interval?: Duration;
}

export const filesystemScrubConfigSchema: StructSchema = {
	name: 'block.FilesystemScrubConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'interval', type: scalar.duration, omitEmpty: true },
	],
};
