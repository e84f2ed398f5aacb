// Generated from model/v1alpha1/machine-encryption.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Integer } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';

/** Encryption of the system's own volumes. */
export interface MachineSystemDiskEncryption {
	/**
	 * Encryption of the volume that holds the configuration.
	 * @deprecated Use VolumeConfig.encryption.
	 */
	readonly state?: MachineEncryption;
	/**
	 * Encryption of the volume that holds everything else: images, pods, etcd.
	 * @deprecated Use VolumeConfig.encryption.
	 */
	readonly ephemeral?: MachineEncryption;
}

/** Encryption of a volume at rest. */
export interface MachineEncryption {
	/**
	 * The format of the encryption.
	 * @default luks2
	 * @deprecated Use VolumeConfig.encryption.provider.
	 */
	readonly provider?: string;
	/**
	 * The keys that open the volume, each in a slot of its own.
	 * @deprecated Use VolumeConfig.encryption.keys.
	 */
	readonly keys?: readonly (MachineEncryptionKey | null)[];
	/**
	 * The cipher and its mode; only looked at when the volume is formatted.
	 * @deprecated Use VolumeConfig.encryption.cipher.
	 */
	readonly cipher?: string;
	/**
	 * Length of the volume key in bits; only looked at when the volume is formatted.
	 * @deprecated Use VolumeConfig.encryption.keySize.
	 */
	readonly keySize?: Integer;
	/**
	 * Size of an encrypted sector in bytes; only looked at when the volume is formatted.
	 * @deprecated Use VolumeConfig.encryption.blockSize.
	 */
	readonly blockSize?: Integer;
	/**
	 * Performance flags that the device mapper opens the volume with.
	 * @deprecated Use VolumeConfig.encryption.options.
	 */
	readonly options?: readonly string[];
}

/** One key of an encrypted volume: a slot and exactly one kind of key. */
export interface MachineEncryptionKey {
	/**
	 * A passphrase that stands in the configuration.
	 * @deprecated Use VolumeConfig.encryption.keys.static.
	 */
	readonly static?: MachineEncryptionKeyStatic;
	/**
	 * A key computed from the machine's UUID and the partition's label.
	 * @deprecated Use VolumeConfig.encryption.keys.nodeID.
	 */
	readonly nodeID?: MachineEncryptionKeyNodeID;
	/**
	 * A random key that a key management server seals and unseals at every boot.
	 * @deprecated Use VolumeConfig.encryption.keys.kms.
	 */
	readonly kms?: MachineEncryptionKeyKMS;
	/**
	 * Number of the LUKS2 key slot; unique among the keys of a volume.
	 * @deprecated Use VolumeConfig.encryption.keys.slot.
	 */
	readonly slot?: Integer;
	/**
	 * A random key sealed to PCR 7 of the machine's TPM 2.0.
	 * @deprecated Use VolumeConfig.encryption.keys.tpm.
	 */
	readonly tpm?: MachineEncryptionKeyTPM;
}

/** A passphrase written in the configuration. */
export interface MachineEncryptionKeyStatic {
	/**
	 * The passphrase as text.
	 * @deprecated Use VolumeConfig.encryption.keys.static.passphrase.
	 */
	readonly passphrase?: string;
}

/** A key derived from the identity of the machine and the partition; it has no settings. */
export type MachineEncryptionKeyNodeID = Readonly<Record<never, never>>;

/** A key that a key management server seals. */
export interface MachineEncryptionKeyKMS {
	/**
	 * URL of the server that seals and unseals the key.
	 * @deprecated Use VolumeConfig.encryption.keys.kms.endpoint.
	 */
	readonly endpoint?: string;
}

/** A key that the TPM seals. */
export interface MachineEncryptionKeyTPM {
	/**
	 * Refuses to enrol the key while the firmware has Secure Boot switched off.
	 * @default false
	 * @deprecated Use VolumeConfig.encryption.keys.tpm.checkSecurebootStatusOnEnroll.
	 */
	readonly checkSecurebootStatusOnEnroll?: boolean;
}

export const machineEncryptionKeyStaticSchema: StructSchema = {
	name: 'v1alpha1.EncryptionKeyStatic',
	fields: [
		{ name: 'passphrase', type: scalar.string, omitEmpty: true, secret: true },
	],
};

export const machineEncryptionKeyNodeIDSchema: StructSchema = {
	name: 'v1alpha1.EncryptionKeyNodeID',
	fields: [],
};

export const machineEncryptionKeyKMSSchema: StructSchema = {
	name: 'v1alpha1.EncryptionKeyKMS',
	fields: [
		{ name: 'endpoint', type: scalar.string },
	],
};

export const machineEncryptionKeyTPMSchema: StructSchema = {
	name: 'v1alpha1.EncryptionKeyTPM',
	fields: [
		{ name: 'checkSecurebootStatusOnEnroll', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const machineEncryptionKeySchema: StructSchema = {
	name: 'v1alpha1.EncryptionKey',
	fields: [
		{ name: 'static', type: { of: 'struct', struct: machineEncryptionKeyStaticSchema }, nullable: true, omitEmpty: true },
		{ name: 'nodeID', type: { of: 'struct', struct: machineEncryptionKeyNodeIDSchema }, nullable: true, omitEmpty: true },
		{ name: 'kms', type: { of: 'struct', struct: machineEncryptionKeyKMSSchema }, nullable: true, omitEmpty: true },
		{ name: 'slot', type: scalar.int },
		{ name: 'tpm', type: { of: 'struct', struct: machineEncryptionKeyTPMSchema }, nullable: true, omitEmpty: true },
	],
};

export const machineEncryptionSchema: StructSchema = {
	name: 'v1alpha1.EncryptionConfig',
	fields: [
		{ name: 'provider', type: scalar.string },
		{ name: 'keys', type: { of: 'list', item: { of: 'struct', struct: machineEncryptionKeySchema }, nullable: true } },
		{ name: 'cipher', type: scalar.string, omitEmpty: true },
		{ name: 'keySize', type: scalar.uint, omitEmpty: true },
		{ name: 'blockSize', type: scalar.uint64, omitEmpty: true },
		{ name: 'options', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const machineSystemDiskEncryptionSchema: StructSchema = {
	name: 'v1alpha1.SystemDiskEncryptionConfig',
	fields: [
		{ name: 'state', type: { of: 'struct', struct: machineEncryptionSchema }, nullable: true, omitEmpty: true },
		{ name: 'ephemeral', type: { of: 'struct', struct: machineEncryptionSchema }, nullable: true, omitEmpty: true },
	],
};
