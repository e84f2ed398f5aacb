// Generated from model/block/maintenance.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Duration } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';

/**
 * Discarding of unused blocks on one volume.
 * Takes the place of the node-wide FilesystemTrimConfig for this volume.
 */
export interface VolumeTrim {
	/**
	 * Switches trimming of this volume on or off.
	 * Absent in a present section means on; without the section, the volume follows FilesystemTrimConfig.
	 * @default true
	 */
	readonly enabled?: boolean;
	/**
	 * Time between two runs on this volume.
	 * Absent, the interval of FilesystemTrimConfig counts; with neither, the volume is never trimmed.
	 */
	readonly interval?: Duration;
}

/**
 * Checking of the file system metadata on one volume.
 * Takes the place of the node-wide FilesystemScrubConfig for this volume.
 */
export interface VolumeScrub {
	/**
	 * Switches scrubbing of this volume on or off.
	 * Absent in a present section means on; without the section, the volume follows FilesystemScrubConfig.
	 * @default true
	 */
	readonly enabled?: boolean;
	/**
	 * Time between two checks of this volume, at least 10 seconds.
	 * Absent, the interval of FilesystemScrubConfig counts.
	 * @default 168h
	 */
	readonly interval?: Duration;
}

export const volumeTrimSchema: StructSchema = {
	name: 'block.TrimConfig',
	fields: [
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'interval', type: scalar.duration, omitEmpty: true },
	],
};

export const volumeScrubSchema: StructSchema = {
	name: 'block.ScrubConfig',
	fields: [
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'interval', type: scalar.duration, omitEmpty: true },
	],
};
