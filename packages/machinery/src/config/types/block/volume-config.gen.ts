// Generated from model/block/volume-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import { type VolumeEncryption, volumeEncryptionSchema } from './encryption.gen.ts';
import { type XFSOptions, xfsOptionsSchema } from './filesystem.gen.ts';
import { type VolumeScrub, type VolumeTrim, volumeScrubSchema, volumeTrimSchema } from './maintenance.gen.ts';
import { type VolumeProvisioning, volumeProvisioningSchema } from './provisioning.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Changes a volume that the system itself needs: where it lies, its size, its encryption.
 * STATE, EPHEMERAL and IMAGECACHE are partitions. ETCD, CRI, KUBELET and LOG are folders on EPHEMERAL until `provisioning`
 * gives them a partition, which can only be decided before the node is installed: neither direction can be changed
 * afterwards.
 */
export interface VolumeConfig extends DocumentMeta {
	/** The system volume that is meant. */
	readonly name?: string;
	/**
	 * Which disk the volume is created on, and how large it becomes.
	 * Refused for STATE. For ETCD, CRI, KUBELET and LOG, its presence is what asks for a partition.
	 */
	readonly provisioning?: VolumeProvisioning;
	/**
	 * Details of the file system, whose type cannot be chosen here.
	 * Only looked at when the volume is formatted. Refused for IMAGECACHE.
	 * @since v1.14
	 */
	readonly filesystem?: SystemVolumeFilesystem;
	/**
	 * Encrypts the volume.
	 * Takes the place of `machine.systemDiskEncryption`; setting both for the same volume is an error.
	 * @since v1.11
	 */
	readonly encryption?: VolumeEncryption;
	/**
	 * Options for mounting the volume.
	 * Refused for STATE and IMAGECACHE, and for ETCD, CRI, KUBELET and LOG without a partition of their own.
	 * @since v1.13
	 */
	readonly mount?: SystemVolumeMount;
	/**
	 * Periodic discarding of unused blocks on this volume, instead of what FilesystemTrimConfig says.
	 * @since v1.14
	 */
	readonly trim?: VolumeTrim;
	/**
	 * Periodic checking of this volume's metadata, instead of what FilesystemScrubConfig says.
	 * @since v1.14
	 */
	readonly scrub?: VolumeScrub;
}

/** Details of a system volume's file system. */
export interface SystemVolumeFilesystem {
	/** Settings of the XFS file system. */
	readonly xfs?: XFSOptions;
}

/** Options for mounting a system volume. */
export interface SystemVolumeMount {
	/**
	 * Ignores set-user-ID bits and device nodes on the volume, on ETCD and LOG also executables.
	 * EPHEMERAL is mounted without these options as long as it has no VolumeConfig.
	 * @default true
	 * @since v1.13
	 */
	readonly secure?: boolean;
	/**
	 * Stops recording when files were last read.
	 * Only for EPHEMERAL.
	 * @default false
	 * @since v1.14
	 */
	readonly disableAccessTime?: boolean;
}

export const systemVolumeFilesystemSchema: StructSchema = {
	name: 'block.SystemVolumeFilesystemSpec',
	fields: [
		{ name: 'xfs', type: { of: 'struct', struct: xfsOptionsSchema }, nullable: true, omitEmpty: true },
	],
};

export const systemVolumeMountSchema: StructSchema = {
	name: 'block.MountSpec',
	fields: [
		{ name: 'secure', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'disableAccessTime', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const volumeConfigSchema: StructSchema = {
	name: 'block.VolumeConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'provisioning', type: { of: 'struct', struct: volumeProvisioningSchema }, omitEmpty: true },
		{ name: 'filesystem', type: { of: 'struct', struct: systemVolumeFilesystemSchema }, omitEmpty: true },
		{ name: 'encryption', type: { of: 'struct', struct: volumeEncryptionSchema }, omitEmpty: true },
		{ name: 'mount', type: { of: 'struct', struct: systemVolumeMountSchema }, omitEmpty: true },
		{ name: 'trim', type: { of: 'struct', struct: volumeTrimSchema }, nullable: true, omitEmpty: true },
		{ name: 'scrub', type: { of: 'struct', struct: volumeScrubSchema }, nullable: true, omitEmpty: true },
	],
};
