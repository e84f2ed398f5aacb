// Generated from model/block/external-volume-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { FilesystemType } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Mounts a file system that the hypervisor shares with the machine, at `/var/mnt/<name>`.
 * Only virtiofs shares are known. The name must differ from those of the user volumes, because they share the folder.
 */
export interface ExternalVolumeConfig extends DocumentMeta {
	/**
	 * Names the folder below `/var/mnt` where the share appears.
	 * 1 to 34 letters, digits and hyphens.
	 */
	readonly name?: string;
	/** The kind of share. */
	readonly filesystemType?: FilesystemType;
	/** Where the share comes from, and options for mounting it. */
	readonly mount?: ExternalVolumeMount;
}

/** Source and options of an external mount. */
export interface ExternalVolumeMount {
	/**
	 * Refuses writes to the share.
	 * @default false
	 */
	readonly readOnly?: boolean;
	/**
	 * Stops recording when files were last read.
	 * @default false
	 */
	readonly disableAccessTime?: boolean;
	/**
	 * Ignores set-user-ID bits, device nodes and executables on the share.
	 * Mounts with `nosuid`, `nodev` and `noexec`.
	 * @default true
	 */
	readonly secure?: boolean;
	/** What identifies a virtiofs share; required for that type. */
	readonly virtiofs?: VirtiofsMount;
}

/** A virtiofs share of the hypervisor. */
export interface VirtiofsMount {
	/**
	 * The tag under which the hypervisor exports the share.
	 * Required; it is the `tag` of the device, not a path on the host.
	 */
	readonly tag?: string;
}

export const virtiofsMountSchema: StructSchema = {
	name: 'block.VirtiofsMountSpec',
	fields: [
		{ name: 'tag', type: scalar.string },
	],
};

export const externalVolumeMountSchema: StructSchema = {
	name: 'block.ExternalMountSpec',
	fields: [
		{ name: 'readOnly', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'disableAccessTime', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'secure', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'virtiofs', type: { of: 'struct', struct: virtiofsMountSchema }, nullable: true, omitEmpty: true },
	],
};

export const externalVolumeConfigSchema: StructSchema = {
	name: 'block.ExternalVolumeConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'filesystemType', type: scalar.filesystemType },
		{ name: 'mount', type: { of: 'struct', struct: externalVolumeMountSchema }, omitEmpty: true },
	],
};
