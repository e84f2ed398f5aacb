// Generated from model/runtime/unattended-install-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { CELExpression } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Installs the system to a disk when the machine boots from anything else.
 * Takes the place of `machine.install`; with both, the configuration is refused. Without either, nothing is installed. On
 * an installed machine the document has no effect.
 */
export interface UnattendedInstallConfig extends DocumentMeta {
	/**
	 * Boots the machine from its disk once the installation is done.
	 * Absent, it does so when `installer.image` names an image.
	 */
	readonly reboot?: boolean;
	/** Where the system to install comes from. */
	readonly installer?: UnattendedInstaller;
	/** Which disk to install to, and what happens to it. */
	readonly provisioning?: UnattendedInstallProvisioning;
}

/** The source of an installation. */
export interface UnattendedInstaller {
	/**
	 * Reference of the installer image; its version becomes the machine's version.
	 * Absent, the installer that belongs to the booted medium's version and schematic is used, which works for media of an
	 * image factory.
	 */
	readonly image?: string;
}

/** The disk that an installation goes to. */
export interface UnattendedInstallProvisioning {
	/** Picks the disk. */
	readonly diskSelector?: UnattendedInstallDiskSelector;
	/**
	 * Erases the disk before the installation.
	 * `false` keeps partitions that the installer does not need to replace.
	 * @default true
	 */
	readonly wipe?: boolean;
}

/** A condition that the disk of an installation should meet. */
export interface UnattendedInstallDiskSelector {
	/**
	 * A CEL expression over `disk` that is true for the wanted disk.
	 * Of several matches the first is taken, so be specific: `disk.serial` or `disk.wwid` name one disk, sizes need
	 * unsigned numbers such as `100u * GB`. Repeat it in every patch of the section: a patch without it erases it.
	 */
	readonly match?: CELExpression;
}

export const unattendedInstallerSchema: StructSchema = {
	name: 'runtime.InstallerSpec',
	fields: [
		{ name: 'image', type: scalar.string, omitEmpty: true },
	],
};

export const unattendedInstallDiskSelectorSchema: StructSchema = {
	name: 'runtime.DiskSelectorSpec',
	fields: [
		{ name: 'match', type: scalar.celExpression, omitEmpty: true },
	],
};

export const unattendedInstallProvisioningSchema: StructSchema = {
	name: 'runtime.ProvisioningSpec',
	zeroBy: ['diskSelector'],
	fields: [
		{ name: 'diskSelector', type: { of: 'struct', struct: unattendedInstallDiskSelectorSchema }, omitEmpty: true },
		{ name: 'wipe', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const unattendedInstallConfigSchema: StructSchema = {
	name: 'runtime.UnattendedInstallConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'reboot', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'installer', type: { of: 'struct', struct: unattendedInstallerSchema } },
		{ name: 'provisioning', type: { of: 'struct', struct: unattendedInstallProvisioningSchema } },
	],
};
