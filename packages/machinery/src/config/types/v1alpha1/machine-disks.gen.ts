// Generated from model/v1alpha1/machine-disks.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { DiskSizeText } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';

/**
 * A disk to partition for workloads.
 * A disk that has partitions already is left as it is.
 */
export interface MachineDisk {
	/** Path of the disk; prefer one below `/dev/disk/by-id`. */
	readonly device?: string;
	/** Partitions to create, in this order. */
	readonly partitions?: readonly (MachineDiskPartition | null)[];
}

/** A partition to create on a disk. */
export interface MachineDiskPartition {
	/** Size of the partition; absent, the rest of the disk, which only the last one may take. */
	readonly size?: DiskSizeText;
	/** Where the partition is mounted, below `/var`. */
	readonly mountpoint?: string;
}

export const machineDiskPartitionSchema: StructSchema = {
	name: 'v1alpha1.DiskPartition',
	fields: [
		{ name: 'size', type: scalar.diskSize, omitEmpty: true },
		{ name: 'mountpoint', type: scalar.string, omitEmpty: true },
	],
};

export const machineDiskSchema: StructSchema = {
	name: 'v1alpha1.MachineDisk',
	fields: [
		{ name: 'device', type: scalar.string, omitEmpty: true },
		{ name: 'partitions', type: { of: 'list', item: { of: 'struct', struct: machineDiskPartitionSchema }, nullable: true }, omitEmpty: true },
	],
};
