// Generated from model/block/swap-volume-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import { type VolumeEncryption, volumeEncryptionSchema } from './encryption.gen.ts';
import { type VolumeProvisioning, volumeProvisioningSchema } from './provisioning.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Creates a swap partition and uses it.
 * The partition's label is `s-<name>`. Removing the document switches the swap space off. The kubelet must be told how
 * pods may use it (`memorySwap` in its configuration).
 */
export interface SwapVolumeConfig extends DocumentMeta {
	/**
	 * Names the volume; the partition is labelled `s-<name>`.
	 * 1 to 34 letters, digits and hyphens.
	 */
	readonly name?: string;
	/** Which disk the partition is created on, and how large it becomes. */
	readonly provisioning?: VolumeProvisioning;
	/**
	 * Encrypts the swap space.
	 * Memory pages may hold secrets, so encrypt swap wherever other volumes are encrypted.
	 */
	readonly encryption?: VolumeEncryption;
}

export const swapVolumeConfigSchema: StructSchema = {
	name: 'block.SwapVolumeConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'provisioning', type: { of: 'struct', struct: volumeProvisioningSchema }, omitEmpty: true },
		{ name: 'encryption', type: { of: 'struct', struct: volumeEncryptionSchema }, omitEmpty: true },
	],
};
