// Generated from model/block/encryption.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { EncryptionProviderType, Integer } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';

/**
 * Encryption of a volume at rest, with LUKS2.
 * Every key opens the volume on its own; several keys give several ways in. Changing keys re-enrols them at the next boot,
 * as long as one old key still opens the volume.
 */
export interface VolumeEncryption {
	/** The format of the encryption. */
	readonly provider?: EncryptionProviderType;
	/**
	 * The keys that open the volume, each in a slot of its own.
	 * At least one. On the first boot the volume is formatted with the first key; the others are enrolled after it.
	 */
	readonly keys?: readonly EncryptionKey[];
	/**
	 * The cipher and its mode; absent, the default of LUKS2.
	 * Only looked at when the volume is formatted.
	 */
	readonly cipher?: string;
	/**
	 * Length of the volume key in bits; absent, what suits the cipher.
	 * Only looked at when the volume is formatted.
	 */
	readonly keySize?: Integer;
	/**
	 * Size of an encrypted sector in bytes; absent, chosen by the device.
	 * 4096 is faster on most SSDs. Only looked at when the volume is formatted.
	 */
	readonly blockSize?: Integer;
	/**
	 * Performance flags that the device mapper opens the volume with.
	 * Without the `--perf-` prefix of cryptsetup: `no_read_workqueue`, `no_write_workqueue`, `same_cpu_crypt`,
	 * `submit_from_crypt_cpus`.
	 */
	readonly options?: readonly string[];
	/**
	 * Lets trim requests pass through to the disk.
	 * Needed for trimming an encrypted SSD; it shows an observer of the disk which blocks are unused.
	 * @default false
	 * @since v1.14
	 */
	readonly allowDiscards?: boolean;
}

/** One key of an encrypted volume: a slot and exactly one kind of key. */
export interface EncryptionKey {
	/**
	 * Number of the LUKS2 key slot; unique among the keys of a volume.
	 * Keep numbers when the list changes: a key that moves to another slot counts as a new key.
	 */
	readonly slot?: Integer;
	/**
	 * A passphrase that stands in the configuration.
	 * Protects little on its own, since the configuration lies on the same machine; use it for tests and as a recovery
	 * key.
	 */
	readonly static?: EncryptionKeyStatic;
	/**
	 * A key computed from the machine's UUID and the partition's label.
	 * Guards a disk that leaves the machine, not one that is stolen together with it.
	 */
	readonly nodeID?: EncryptionKeyNodeID;
	/**
	 * A random key that a key management server seals and unseals at every boot.
	 * The node needs its network to open the volume, so STATE can use it only with network settings that do not come from
	 * STATE.
	 */
	readonly kms?: EncryptionKeyKMS;
	/** A random key sealed to the state of the machine's TPM 2.0. */
	readonly tpm?: EncryptionKeyTPM;
	/**
	 * Mixes a random salt from the STATE partition into the key.
	 * The volume then opens only together with the STATE that it was created with. Sensible for TPM keys of all volumes
	 * but STATE itself, where it is refused.
	 * @default false
	 * @since v1.11
	 */
	readonly lockToState?: boolean;
}

/** A passphrase written in the configuration. */
export interface EncryptionKeyStatic {
	/** The passphrase as text. */
	readonly passphrase?: string;
}

/** A key derived from the identity of the machine and the partition; it has no settings. */
export type EncryptionKeyNodeID = Readonly<Record<never, never>>;

/** A key that a key management server seals. */
export interface EncryptionKeyKMS {
	/**
	 * URL of the server that seals and unseals the key.
	 * gRPC over TLS for `https://`; without encryption for `grpc://`.
	 */
	readonly endpoint?: string;
}

/** A key that the TPM seals. */
export interface EncryptionKeyTPM {
	/**
	 * What the key is bound to.
	 * @since v1.12
	 */
	readonly options?: EncryptionKeyTPMOptions;
	/**
	 * Refuses to enrol the key while the firmware has Secure Boot switched off.
	 * Without Secure Boot, a TPM key hardly protects anything, because any boot loader can be measured into the TPM.
	 * @default false
	 */
	readonly checkSecurebootStatusOnEnroll?: boolean;
}

/** What a TPM key is bound to. */
export interface EncryptionKeyTPMOptions {
	/**
	 * Numbers of the platform configuration registers, 0 to 23, that must be unchanged for the key to be released.
	 * Absent, the key is bound to PCR 7 (Secure Boot state). An empty list binds it to no register besides the signed
	 * policy of the boot image.
	 * @default [7]
	 */
	readonly pcrs?: readonly Integer[];
}

export const encryptionKeyStaticSchema: StructSchema = {
	name: 'block.EncryptionKeyStatic',
	fields: [
		{ name: 'passphrase', type: scalar.string, omitEmpty: true, secret: true },
	],
};

export const encryptionKeyNodeIDSchema: StructSchema = {
	name: 'block.EncryptionKeyNodeID',
	fields: [],
};

export const encryptionKeyKMSSchema: StructSchema = {
	name: 'block.EncryptionKeyKMS',
	fields: [
		{ name: 'endpoint', type: scalar.string },
	],
};

export const encryptionKeyTPMOptionsSchema: StructSchema = {
	name: 'block.EncryptionKeyTPMOptions',
	fields: [
		{ name: 'pcrs', type: { of: 'list', item: scalar.int }, omitEmpty: true },
	],
};

export const encryptionKeyTPMSchema: StructSchema = {
	name: 'block.EncryptionKeyTPM',
	fields: [
		{ name: 'options', type: { of: 'struct', struct: encryptionKeyTPMOptionsSchema }, nullable: true, omitEmpty: true },
		{ name: 'checkSecurebootStatusOnEnroll', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const encryptionKeySchema: StructSchema = {
	name: 'block.EncryptionKey',
	fields: [
		{ name: 'slot', type: scalar.int },
		{ name: 'static', type: { of: 'struct', struct: encryptionKeyStaticSchema }, nullable: true, omitEmpty: true },
		{ name: 'nodeID', type: { of: 'struct', struct: encryptionKeyNodeIDSchema }, nullable: true, omitEmpty: true },
		{ name: 'kms', type: { of: 'struct', struct: encryptionKeyKMSSchema }, nullable: true, omitEmpty: true },
		{ name: 'tpm', type: { of: 'struct', struct: encryptionKeyTPMSchema }, nullable: true, omitEmpty: true },
		{ name: 'lockToState', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const volumeEncryptionSchema: StructSchema = {
	name: 'block.EncryptionSpec',
	zeroBy: ['provider', 'keys'],
	fields: [
		{ name: 'provider', type: scalar.encryptionProviderType },
		{ name: 'keys', type: { of: 'list', item: { of: 'struct', struct: encryptionKeySchema } } },
		{ name: 'cipher', type: scalar.string, omitEmpty: true },
		{ name: 'keySize', type: scalar.uint, omitEmpty: true },
		{ name: 'blockSize', type: scalar.uint64, omitEmpty: true },
		{ name: 'options', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'allowDiscards', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};
