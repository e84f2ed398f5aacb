// Generated from model/block/filesystem.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { ByteSize } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';

/** Settings of an XFS file system. */
export interface XFSOptions {
	/**
	 * Lower bound for the size of an allocation group.
	 * On SSDs `mkfs.xfs` makes one group per CPU, which gives hundreds of tiny groups on large machines; groups smaller
	 * than this are avoided. `0` leaves the choice to `mkfs.xfs`. Only looked at when the volume is formatted. Repeat it
	 * in every patch of the section: a patch without it erases it.
	 * @default 64GiB
	 */
	readonly minAllocationGroupSize?: ByteSize;
}

export const xfsOptionsSchema: StructSchema = {
	name: 'block.XFSSpec',
	fields: [
		{ name: 'minAllocationGroupSize', type: scalar.byteSize, omitEmpty: true },
	],
};
