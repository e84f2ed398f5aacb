// Generated from model/block/existing-volume-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { CELExpression } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import { type VolumeScrub, type VolumeTrim, volumeScrubSchema, volumeTrimSchema } from './maintenance.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Mounts a file system that something else created, at `/var/mnt/<name>`.
 * Nothing is formatted, resized or encrypted: the volume is found by its selector and used as it is. The name must differ
 * from those of the user volumes, because they share the folder.
 */
export interface ExistingVolumeConfig extends DocumentMeta {
	/**
	 * Names the folder below `/var/mnt` where the volume appears.
	 * Letters, digits and hyphens.
	 */
	readonly name?: string;
	/** Tells which volume is meant. */
	readonly discovery?: VolumeDiscovery;
	/** Options for mounting the volume. */
	readonly mount?: ExistingVolumeMount;
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

/** How an existing volume is recognized. */
export interface VolumeDiscovery {
	/** Picks the volume among those that the node has discovered. */
	readonly volumeSelector?: VolumeSelector;
}

/** A condition that one discovered volume should meet. */
export interface VolumeSelector {
	/**
	 * A CEL expression over `volume` and `disk` that is true for the wanted volume.
	 * `volume` is what `get discoveredvolumes` shows, `disk` is the disk that it lies on. When several volumes match, the
	 * first one found is taken, so ask for something unique such as a label or a UUID.
	 */
	readonly match?: CELExpression;
}

/** Options for mounting an existing volume. */
export interface ExistingVolumeMount {
	/**
	 * Refuses writes to the volume.
	 * @default false
	 */
	readonly readOnly?: boolean;
	/**
	 * Stops recording when files were last read, which saves writes.
	 * @default false
	 */
	readonly disableAccessTime?: boolean;
	/**
	 * Ignores set-user-ID bits, device nodes and executables on the volume.
	 * Mounts with `nosuid`, `nodev` and `noexec`. Switch it off for a volume that programs are started from.
	 * @default true
	 */
	readonly secure?: boolean;
}

export const volumeSelectorSchema: StructSchema = {
	name: 'block.VolumeSelector',
	fields: [
		{ name: 'match', type: scalar.celExpression, omitEmpty: true },
	],
};

export const volumeDiscoverySchema: StructSchema = {
	name: 'block.VolumeDiscoverySpec',
	fields: [
		{ name: 'volumeSelector', type: { of: 'struct', struct: volumeSelectorSchema }, omitEmpty: true },
	],
};

export const existingVolumeMountSchema: StructSchema = {
	name: 'block.ExistingMountSpec',
	fields: [
		{ name: 'readOnly', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'disableAccessTime', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'secure', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const existingVolumeConfigSchema: StructSchema = {
	name: 'block.ExistingVolumeConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'discovery', type: { of: 'struct', struct: volumeDiscoverySchema }, omitEmpty: true },
		{ name: 'mount', type: { of: 'struct', struct: existingVolumeMountSchema }, omitEmpty: true },
		{ name: 'trim', type: { of: 'struct', struct: volumeTrimSchema }, nullable: true, omitEmpty: true },
		{ name: 'scrub', type: { of: 'struct', struct: volumeScrubSchema }, nullable: true, omitEmpty: true },
	],
};
