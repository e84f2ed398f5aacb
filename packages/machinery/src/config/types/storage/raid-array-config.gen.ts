// Generated from model/storage/raid-array-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { CELExpression, MDLevel, MDMetadata } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Joins disks or partitions into a Linux software RAID.
 * The array appears at `/dev/disk/by-id/md-name-<name>`, where other volumes can be put on it. The document only ever
 * creates: an array is removed with `wipe md`, not by removing the document.
 */
export interface RAIDArrayConfig extends DocumentMeta {
	/**
	 * Names the array; the name is written into its metadata.
	 * 1 to 32 letters, digits, hyphens and underscores.
	 */
	readonly name?: string;
	/** How the array spreads its data. */
	readonly level?: MDLevel;
	/**
	 * Format of the array's superblock.
	 * `1.0` puts it at the end of the members, so that firmware can boot from one of them; `1.2` puts it at the beginning
	 * and suits arrays for data.
	 * @default 1.0
	 */
	readonly metadata?: MDMetadata;
	/** Which devices become members of the array. */
	readonly provisioning?: RAIDArrayProvisioning;
}

/** Members of a RAID array. */
export interface RAIDArrayProvisioning {
	/** Picks the members. */
	readonly volumeSelector?: RAIDVolumeSelector;
}

/** A condition that the members of an array should meet. */
export interface RAIDVolumeSelector {
	/**
	 * A CEL expression over `volume` and, for whole disks, `disk`; whatever matches becomes a member.
	 * Nothing on the system disk is ever taken. What is on a matching device is lost.
	 */
	readonly match?: CELExpression;
}

export const raidVolumeSelectorSchema: StructSchema = {
	name: 'storage.RAIDVolumeSelector',
	fields: [
		{ name: 'match', type: scalar.celExpression, omitEmpty: true },
	],
};

export const raidArrayProvisioningSchema: StructSchema = {
	name: 'storage.RAIDProvisioningSpec',
	fields: [
		{ name: 'volumeSelector', type: { of: 'struct', struct: raidVolumeSelectorSchema } },
	],
};

export const raidArrayConfigSchema: StructSchema = {
	name: 'storage.RAIDArrayConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'level', type: scalar.mdLevel },
		{ name: 'metadata', type: scalar.mdMetadata, omitEmpty: true },
		{ name: 'provisioning', type: { of: 'struct', struct: raidArrayProvisioningSchema } },
	],
};
