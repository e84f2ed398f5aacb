// Generated from model/v1alpha1/machine-install.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { DiskSizeMatcher, InstallDiskType } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';

/**
 * Where and what to install when the machine boots from anything but its disk.
 * Without effect on images that are installed already.
 */
export interface MachineInstall {
	/**
	 * Path of the disk to install to.
	 * Paths such as `/dev/sda` may mean another disk after the next boot: prefer `diskSelector`.
	 * @deprecated Use UnattendedInstallConfig.provisioning.diskSelector.
	 */
	readonly disk?: string;
	/**
	 * Chooses the disk by what it is; beats `disk`.
	 * @deprecated Use UnattendedInstallConfig.provisioning.diskSelector.
	 */
	readonly diskSelector?: InstallDiskSelector;
	/**
	 * Further kernel arguments.
	 * Ignored where the boot image brings its arguments along, as with Secure Boot: bake them into the image instead.
	 * Excludes `grubUseUKICmdline`.
	 * @deprecated
	 */
	readonly extraKernelArgs?: readonly string[];
	/**
	 * Reference of the installer image; its version becomes the machine's version.
	 * @deprecated Use UnattendedInstallConfig.installer.image.
	 */
	readonly image?: string;
	/**
	 * System extensions to install, from before images were made with them.
	 * Make an installer image with the extensions instead; validation warns.
	 * @deprecated
	 */
	readonly extensions?: readonly InstallExtension[];
	/**
	 * Was meant to leave the boot loader alone; has no effect any more.
	 * @deprecated
	 */
	readonly bootloader?: boolean;
	/**
	 * Erases the disk before the installation.
	 * Absent, nothing is erased; generated configurations say `false`.
	 * @default false
	 * @deprecated Use UnattendedInstallConfig.provisioning.wipe.
	 */
	readonly wipe?: boolean;
	/**
	 * Marks the partition as bootable in the protective MBR, for old firmware that insists on it.
	 * @default false
	 */
	readonly legacyBIOSSupport?: boolean;
	/**
	 * Takes the kernel arguments of the boot image when GRUB is the boot loader, as other boot loaders do.
	 * New configurations switch it on. Excludes `extraKernelArgs`.
	 * @default false
	 * @since v1.12
	 */
	readonly grubUseUKICmdline?: boolean;
}

/** What a disk must be; all given conditions must hold, `*` stands for any text. */
export interface InstallDiskSelector {
	/** Size to compare the disk's with: `>= 1TB`, `< 512GB`, or a size that it must have exactly. */
	readonly size?: DiskSizeMatcher;
	/** Name of the device; not supported any more, validation refuses it. */
	readonly name?: string;
	/** Model, as `get disks` shows it. */
	readonly model?: string;
	/** Serial number, as `get disks` shows it. */
	readonly serial?: string;
	/** Identification of the hardware for drivers. */
	readonly modalias?: string;
	/** Identity that the device reports. */
	readonly uuid?: string;
	/** World-wide name; the surest way to name one disk. */
	readonly wwid?: string;
	/** Kind of disk: solid state, rotating, NVMe or SD card. */
	readonly type?: InstallDiskType;
	/** Place on the bus, such as `/pci0000:00/0000:00:17.0/ata1/*`. */
	readonly busPath?: string;
}

/** A system extension to install. */
export interface InstallExtension {
	/** Reference of the extension's image. */
	readonly image?: string;
}

export const installDiskSelectorSchema: StructSchema = {
	name: 'v1alpha1.InstallDiskSelector',
	fields: [
		{ name: 'size', type: scalar.diskSizeMatcher, nullable: true, omitEmpty: true },
		{ name: 'name', type: scalar.string, omitEmpty: true },
		{ name: 'model', type: scalar.string, omitEmpty: true },
		{ name: 'serial', type: scalar.string, omitEmpty: true },
		{ name: 'modalias', type: scalar.string, omitEmpty: true },
		{ name: 'uuid', type: scalar.string, omitEmpty: true },
		{ name: 'wwid', type: scalar.string, omitEmpty: true },
		{ name: 'type', type: scalar.installDiskType, omitEmpty: true },
		{ name: 'busPath', type: scalar.string, omitEmpty: true },
	],
};

export const installExtensionSchema: StructSchema = {
	name: 'v1alpha1.InstallExtensionConfig',
	fields: [
		{ name: 'image', type: scalar.string },
	],
};

export const machineInstallSchema: StructSchema = {
	name: 'v1alpha1.InstallConfig',
	fields: [
		{ name: 'disk', type: scalar.string, omitEmpty: true },
		{ name: 'diskSelector', type: { of: 'struct', struct: installDiskSelectorSchema }, nullable: true, omitEmpty: true },
		{ name: 'extraKernelArgs', type: { of: 'list', item: scalar.string }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'image', type: scalar.string, omitEmpty: true },
		{ name: 'extensions', type: { of: 'list', item: { of: 'struct', struct: installExtensionSchema } }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'bootloader', type: scalar.bool, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'wipe', type: scalar.bool, nullable: true },
		{ name: 'legacyBIOSSupport', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'grubUseUKICmdline', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};
