// Generated from model/block/raw-volume-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import { type VolumeEncryption, volumeEncryptionSchema } from './encryption.gen.ts';
import { type VolumeProvisioning, volumeProvisioningSchema } from './provisioning.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Creates a partition without a file system, for storage provisioners that want a bare device.
 * The partition's label is `r-<name>`, so it is found at `/dev/disk/by-partlabel/r-<name>`. For files, a UserVolumeConfig
 * is the better choice. Removing the document leaves the partition in place.
 */
export interface RawVolumeConfig extends DocumentMeta {
	/**
	 * Names the volume; the partition is labelled `r-<name>`.
	 * 1 to 34 letters, digits and hyphens, because a partition label has 36 characters.
	 */
	readonly name?: string;
	/** Which disk the partition is created on, and how large it becomes. */
	readonly provisioning?: VolumeProvisioning;
	/** Encrypts the partition; the decrypted device is what users of the volume get. */
	readonly encryption?: VolumeEncryption;
}

export const rawVolumeConfigSchema: StructSchema = {
	name: 'block.RawVolumeConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'provisioning', type: { of: 'struct', struct: volumeProvisioningSchema }, omitEmpty: true },
		{ name: 'encryption', type: { of: 'struct', struct: volumeEncryptionSchema }, omitEmpty: true },
	],
};
