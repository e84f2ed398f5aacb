// Generated from model/storage/lvm-volume-group-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { CELExpression } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Joins disks or partitions into an LVM volume group.
 * LVMLogicalVolumeConfig documents take their space from it.
 */
export interface LVMVolumeGroupConfig extends DocumentMeta {
	/**
	 * Names the volume group.
	 * 1 to 63 letters, digits, hyphens and underscores.
	 */
	readonly name?: string;
	/** Which disks and partitions become the group's physical volumes. */
	readonly provisioning?: LVMVolumeGroupProvisioning;
}

/** Members of a volume group. */
export interface LVMVolumeGroupProvisioning {
	/** Picks the physical volumes. */
	readonly volumeSelector?: LVMVolumeSelector;
}

/** A condition that the members of a volume group should meet. */
export interface LVMVolumeSelector {
	/**
	 * A CEL expression over `volume` and, for whole disks, `disk`; whatever matches is taken over by LVM.
	 * What is on a matching device is lost, so match narrowly: raw volumes by their label, disks by serial number. Repeat
	 * it in every patch of the section: a patch without it erases it.
	 */
	readonly match?: CELExpression;
}

export const lvmVolumeSelectorSchema: StructSchema = {
	name: 'storage.LVMVolumeSelectorSpec',
	fields: [
		{ name: 'match', type: scalar.celExpression, omitEmpty: true },
	],
};

export const lvmVolumeGroupProvisioningSchema: StructSchema = {
	name: 'storage.ProvisioningSpec',
	fields: [
		{ name: 'volumeSelector', type: { of: 'struct', struct: lvmVolumeSelectorSchema }, omitEmpty: true },
	],
};

export const lvmVolumeGroupConfigSchema: StructSchema = {
	name: 'storage.LVMVolumeGroupConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'provisioning', type: { of: 'struct', struct: lvmVolumeGroupProvisioningSchema } },
	],
};
