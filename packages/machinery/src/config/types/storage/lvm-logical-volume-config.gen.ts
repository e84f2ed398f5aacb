// Generated from model/storage/lvm-logical-volume-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { ByteSize, LVMLogicalVolumeType, Size } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Creates a logical volume in an LVM volume group.
 * The group comes from a LVMVolumeGroupConfig. The device appears at `/dev/<group>/<name>`.
 */
export interface LVMLogicalVolumeConfig extends DocumentMeta {
	/**
	 * Names the logical volume within its group.
	 * 1 to 63 letters, digits, hyphens and underscores.
	 */
	readonly name?: string;
	/** How the volume is spread over the physical volumes of the group. */
	readonly type?: LVMLogicalVolumeType;
	/**
	 * Number of extra copies of the data in a `raid1` or `raid10` layout, at least 1.
	 * Refused for the other layouts.
	 * @default 1
	 */
	readonly mirrors?: number;
	/**
	 * Number of physical volumes that a `raid0` or `raid10` layout writes to in turns, at least 2.
	 * Absent, all of them. Refused for the other layouts.
	 */
	readonly stripes?: number;
	/** Which group the volume takes its space from, and how much. */
	readonly provisioning?: LVMLogicalVolumeProvisioning;
}

/** Group and size of a logical volume. */
export interface LVMLogicalVolumeProvisioning {
	/** The LVMVolumeGroupConfig, by name, that provides the space. */
	readonly volumeGroup?: string;
	/** Space that the group must have free for the volume to be created. */
	readonly minSize?: ByteSize;
	/**
	 * Size of the volume: bytes with or without a unit, or a share of the group such as `80%`.
	 * Required, and not negative.
	 */
	readonly maxSize?: Size;
}

export const lvmLogicalVolumeProvisioningSchema: StructSchema = {
	name: 'storage.LVMLogicalVolumeProvisioningSpec',
	fields: [
		{ name: 'volumeGroup', type: scalar.string },
		{ name: 'minSize', type: scalar.byteSize, omitEmpty: true },
		{ name: 'maxSize', type: scalar.size, omitEmpty: true },
	],
};

export const lvmLogicalVolumeConfigSchema: StructSchema = {
	name: 'storage.LVMLogicalVolumeConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'type', type: scalar.lvmLogicalVolumeType },
		{ name: 'mirrors', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'stripes', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'provisioning', type: { of: 'struct', struct: lvmLogicalVolumeProvisioningSchema } },
	],
};
