// Generated from model/block/provisioning.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { ByteSize, CELExpression, Size } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';

/** Where a volume is created and how large it becomes. */
export interface VolumeProvisioning {
	/**
	 * Picks the disks that the volume may be created on.
	 * The first matching disk with enough free space is used.
	 */
	readonly diskSelector?: DiskSelector;
	/**
	 * Lets an existing partition grow when the disk has become larger or the maximum has been raised.
	 * A partition never shrinks. EPHEMERAL grows unless told otherwise.
	 * @default false
	 */
	readonly grow?: boolean;
	/**
	 * Space that must be free on a disk for the volume to be created there.
	 * A disk with less is passed over. Never negative. Absent, 100 MiB are enough, for EPHEMERAL and the other system
	 * volumes 2 GiB. Repeat it in every patch of the section: a patch without it erases it.
	 * @default 100MiB
	 */
	readonly minSize?: ByteSize;
	/**
	 * Size that the volume does not exceed; absent, it takes all the space there is.
	 * Bytes with or without a unit, or a share of the disk. A negative size leaves that much of the disk free.
	 */
	readonly maxSize?: Size;
}

/** A condition that a disk should meet. */
export interface DiskSelector {
	/**
	 * A CEL expression over `disk` and `system_disk` that is true for the wanted disks.
	 * `disk` is what `get disks` shows; sizes are unsigned, so write `100u * GB`. Prefer serial numbers, WWIDs and
	 * `disk.transport` to device paths, which may change from boot to boot. Repeat it in every patch of the section: a
	 * patch without it erases it.
	 */
	readonly match?: CELExpression;
}

export const diskSelectorSchema: StructSchema = {
	name: 'block.DiskSelector',
	fields: [
		{ name: 'match', type: scalar.celExpression, omitEmpty: true },
	],
};

export const volumeProvisioningSchema: StructSchema = {
	name: 'block.ProvisioningSpec',
	fields: [
		{ name: 'diskSelector', type: { of: 'struct', struct: diskSelectorSchema }, omitEmpty: true },
		{ name: 'grow', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'minSize', type: scalar.byteSize, omitEmpty: true },
		{ name: 'maxSize', type: scalar.size, omitEmpty: true },
	],
};
