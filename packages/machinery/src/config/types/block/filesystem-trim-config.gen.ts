// Generated from model/block/filesystem-trim-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Duration } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Tells the disks regularly which blocks are free, on every mounted volume that can do it.
 * What `fstrim` does by hand. Each volume of each node gets its own moment within the interval, so that a fleet does not
 * trim all at once. Without this document, only volumes with a `trim` section of their own are trimmed.
 */
export interface FilesystemTrimConfig extends DocumentMeta {
	/**
	 * Time between two runs on the same volume.
	 * The moment within the interval is derived from the node and the volume and stays the same. A volume's own
	 * `trim.interval` wins.
	 * @default 168h
	 */
	readonly interval?: Duration;
}

export const filesystemTrimConfigSchema: StructSchema = {
	name: 'block.FilesystemTrimConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'interval', type: scalar.duration, omitEmpty: true },
	],
};
