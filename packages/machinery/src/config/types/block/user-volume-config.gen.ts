// Generated from model/block/user-volume-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { FilesystemType, VolumeType } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import { type VolumeEncryption, volumeEncryptionSchema } from './encryption.gen.ts';
import { type XFSOptions, xfsOptionsSchema } from './filesystem.gen.ts';
import { type VolumeScrub, type VolumeTrim, volumeScrubSchema, volumeTrimSchema } from './maintenance.gen.ts';
import { type VolumeProvisioning, volumeProvisioningSchema } from './provisioning.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Creates a volume for workloads and mounts it at `/var/mnt/<name>`.
 * A partition (label `u-<name>`), a whole disk, or a plain folder on EPHEMERAL, as `volumeType` says. Pods reach it with
 * hostPath. Removing the document unmounts the volume and leaves its data; wipe it by hand.
 */
export interface UserVolumeConfig extends DocumentMeta {
	/**
	 * Names the folder below `/var/mnt`; a partition is labelled `u-<name>`.
	 * 1 to 34 letters, digits and hyphens. Renaming creates another volume.
	 */
	readonly name?: string;
	/**
	 * What the volume is made of: a `partition`, a whole `disk`, or a `directory` on EPHEMERAL.
	 * A directory takes no provisioning, encryption, filesystem or mount settings, and its data goes when EPHEMERAL is
	 * wiped. A disk takes neither sizes nor `grow`.
	 * @default partition
	 * @since v1.12
	 */
	readonly volumeType?: VolumeType;
	/** Which disk the volume is created on, and how large it becomes. */
	readonly provisioning?: VolumeProvisioning;
	/** How the volume is formatted. */
	readonly filesystem?: UserVolumeFilesystem;
	/** Encrypts the volume. */
	readonly encryption?: VolumeEncryption;
	/**
	 * Options for mounting the volume.
	 * @since v1.13
	 */
	readonly mount?: UserVolumeMount;
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

/** The file system of a user volume. */
export interface UserVolumeFilesystem {
	/**
	 * The file system that the volume is formatted with.
	 * Only looked at when the volume is created; changing it later does not reformat.
	 * @default xfs
	 */
	readonly type?: FilesystemType;
	/**
	 * Mounts an XFS volume with project quotas.
	 * Kubernetes needs them to measure and limit ephemeral storage without walking the tree. Takes effect when the volume
	 * is mounted anew.
	 * @default false
	 * @since v1.11
	 */
	readonly projectQuotaSupport?: boolean;
	/**
	 * Settings that only XFS has.
	 * @since v1.14
	 */
	readonly xfs?: XFSOptions;
}

/** Options for mounting a user volume. */
export interface UserVolumeMount {
	/**
	 * Stops recording when files were last read, which saves writes.
	 * @default false
	 */
	readonly disableAccessTime?: boolean;
	/**
	 * Ignores set-user-ID bits, device nodes and executables on the volume.
	 * Mounts with `nosuid`, `nodev` and `noexec`. Switch it off for a volume that containers start programs from.
	 * @default true
	 */
	readonly secure?: boolean;
}

export const userVolumeFilesystemSchema: StructSchema = {
	name: 'block.FilesystemSpec',
	fields: [
		{ name: 'type', type: scalar.filesystemType, omitEmpty: true },
		{ name: 'projectQuotaSupport', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'xfs', type: { of: 'struct', struct: xfsOptionsSchema }, nullable: true, omitEmpty: true },
	],
};

export const userVolumeMountSchema: StructSchema = {
	name: 'block.UserMountSpec',
	fields: [
		{ name: 'disableAccessTime', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'secure', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const userVolumeConfigSchema: StructSchema = {
	name: 'block.UserVolumeConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'volumeType', type: scalar.volumeType, nullable: true, omitEmpty: true },
		{ name: 'provisioning', type: { of: 'struct', struct: volumeProvisioningSchema }, omitEmpty: true },
		{ name: 'filesystem', type: { of: 'struct', struct: userVolumeFilesystemSchema }, omitEmpty: true },
		{ name: 'encryption', type: { of: 'struct', struct: volumeEncryptionSchema }, omitEmpty: true },
		{ name: 'mount', type: { of: 'struct', struct: userVolumeMountSchema }, omitEmpty: true },
		{ name: 'trim', type: { of: 'struct', struct: volumeTrimSchema }, nullable: true, omitEmpty: true },
		{ name: 'scrub', type: { of: 'struct', struct: volumeScrubSchema }, nullable: true, omitEmpty: true },
	],
};
