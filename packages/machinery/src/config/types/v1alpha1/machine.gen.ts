// Generated from model/v1alpha1/machine.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Duration, FilePermissions, FreeForm, URLText } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import { type PEMCertificate, type PEMCertificateAndKey, pemCertificateAndKeySchema, pemCertificateSchema } from '../meta/pem.gen.ts';
import { type MachineDisk, machineDiskSchema } from './machine-disks.gen.ts';
import { type MachineSystemDiskEncryption, machineSystemDiskEncryptionSchema } from './machine-encryption.gen.ts';
import { type MachineFeatures, machineFeaturesSchema } from './machine-features.gen.ts';
import { type MachineInstall, machineInstallSchema } from './machine-install.gen.ts';
import { type MachineKubelet, machineKubeletSchema } from './machine-kubelet.gen.ts';
import { type MachineNetwork, machineNetworkSchema } from './machine-network.gen.ts';
import { type MachineRegistries, machineRegistriesSchema } from './machine-registries.gen.ts';

/** What concerns this machine. */
export interface MachineSection {
	/**
	 * What the machine does in the cluster.
	 * `controlplane` runs etcd and the Kubernetes control plane, `worker` only workloads. `init` is read as control plane,
	 * `join` and an empty text as worker, the latter with a warning.
	 */
	readonly type?: string;
	/**
	 * Secret with which new machines ask for their certificate; the same on all machines of the cluster.
	 * Six characters, a dot, sixteen characters, of small letters and digits. Whoever has it can join a machine.
	 */
	readonly token?: string;
	/**
	 * Certificate authority of the machine API.
	 * Control plane machines need the key too; workers must not have it, only the certificate.
	 */
	readonly ca?: PEMCertificateAndKey;
	/**
	 * Further certificate authorities whose certificates the machine API accepts.
	 * For the time while one authority replaces another.
	 */
	readonly acceptedCAs?: readonly (PEMCertificate | null)[];
	/**
	 * Further names and addresses that the certificate of the machine API is good for.
	 * The machine's own addresses, its host name and the cluster's endpoint are always in it. Add what clients connect to
	 * besides, such as a load balancer or a public address.
	 */
	readonly certSANs?: readonly string[];
	/**
	 * Switches single control plane components of this machine off.
	 * @deprecated Use KubeControllerManagerConfig, KubeSchedulerConfig.
	 */
	readonly controlPlane?: MachineControlPlane;
	/**
	 * Settings of the kubelet and of how the node appears in Kubernetes.
	 * @deprecated Use KubeletConfig, KubeNodeConfig, KubeCredentialProviderConfig.
	 */
	readonly kubelet?: MachineKubelet;
	/**
	 * Pods that run on this node without coming from the Kubernetes API.
	 * @deprecated Use KubeStaticPodConfig.
	 */
	readonly pods?: readonly FreeForm[];
	/**
	 * Host name, links, name servers and the like.
	 * @deprecated Use HostnameConfig, LinkConfig, ResolverConfig, StaticHostConfig, KubeSpanConfig.
	 */
	readonly network?: MachineNetwork;
	/**
	 * Disks to partition, format and mount for workloads.
	 * @deprecated Use UserVolumeConfig.
	 */
	readonly disks?: readonly (MachineDisk | null)[];
	/**
	 * Where and what to install when the machine boots from anything but its disk.
	 * @deprecated Use UnattendedInstallConfig.
	 */
	readonly install?: MachineInstall;
	/**
	 * Files to write at boot.
	 * New files can only be created below `/var`; others can be appended to or overwritten. Validation warns about the
	 * section as a whole.
	 * @deprecated Use EtcFileConfig, CRICustomizationConfig.
	 */
	readonly files?: readonly (MachineFile | null)[];
	/**
	 * Environment variables for the system and its services.
	 * Mostly proxy settings. They count from the next boot.
	 * @deprecated Use EnvironmentConfig.
	 */
	readonly env?: Readonly<Record<string, string>>;
	/**
	 * How the clock is set.
	 * @deprecated Use TimeSyncConfig.
	 */
	readonly time?: MachineTime;
	/**
	 * Kernel parameters under `/proc/sys`, by name.
	 * @deprecated Use SysctlConfig.
	 */
	readonly sysctls?: Readonly<Record<string, string>>;
	/**
	 * Kernel attributes under `/sys`, by path with dots for slashes.
	 * @deprecated Use SysfsConfig.
	 */
	readonly sysfs?: Readonly<Record<string, string>>;
	/**
	 * Mirrors of container registries, and how to authenticate to them.
	 * @deprecated Use RegistryMirrorConfig, RegistryAuthConfig, RegistryTLSConfig.
	 */
	readonly registries?: MachineRegistries;
	/**
	 * Encryption of the system's own volumes.
	 * @deprecated Use VolumeConfig.encryption.
	 */
	readonly systemDiskEncryption?: MachineSystemDiskEncryption;
	/** Behaviours that can be switched on and off. */
	readonly features?: MachineFeatures;
	/**
	 * Rules for udev.
	 * @deprecated Use UdevRulesConfig.
	 */
	readonly udev?: MachineUdev;
	/** Where the logs of the system's services are sent. */
	readonly logging?: MachineLogging;
	/**
	 * Kernel modules to load.
	 * @deprecated Use KernelModuleConfig.
	 */
	readonly kernel?: MachineKernel;
	/**
	 * Filters for system calls that pods can choose.
	 * A pod names one as `localhostProfile: profiles/NAME`.
	 */
	readonly seccompProfiles?: readonly (MachineSeccompProfile | null)[];
	/**
	 * Changes to the OCI runtime specification that every container of the CRI starts from.
	 * They count for containers that are created after the next boot.
	 * @since v1.9
	 * @deprecated Use CRIBaseRuntimeSpecConfig.
	 */
	readonly baseRuntimeSpecOverrides?: FreeForm;
	/**
	 * Labels of the Kubernetes node.
	 * On workers the API server refuses labels below `kubernetes.io` that are not on its list, such as
	 * `node-role.kubernetes.io/…`, and then none of the labels is set.
	 * @deprecated Use KubeNodeConfig.labels.
	 */
	readonly nodeLabels?: Readonly<Record<string, string>>;
	/**
	 * Annotations of the Kubernetes node.
	 * @since v1.8
	 * @deprecated Use KubeNodeConfig.annotations.
	 */
	readonly nodeAnnotations?: Readonly<Record<string, string>>;
	/**
	 * Taints of the Kubernetes node: `value:Effect`, or `Effect` alone.
	 * Workers may only bring taints along when they register, not change them later.
	 * @deprecated Use KubeNodeConfig.taints.
	 */
	readonly nodeTaints?: Readonly<Record<string, string>>;
}

/** Which control plane components do not run on this machine. */
export interface MachineControlPlane {
	/**
	 * The Kubernetes controller manager of this machine.
	 * @deprecated Use KubeControllerManagerConfig.enabled.
	 */
	readonly controllerManager?: MachineControllerManager;
	/**
	 * The Kubernetes scheduler of this machine.
	 * @deprecated Use KubeSchedulerConfig.enabled.
	 */
	readonly scheduler?: MachineScheduler;
}

/** The Kubernetes controller manager of this machine. */
export interface MachineControllerManager {
	/**
	 * Does not run the controller manager here.
	 * @default false
	 * @deprecated Use KubeControllerManagerConfig.enabled.
	 */
	readonly disabled?: boolean;
}

/** The Kubernetes scheduler of this machine. */
export interface MachineScheduler {
	/**
	 * Does not run the scheduler here.
	 * @default false
	 * @deprecated Use KubeSchedulerConfig.enabled.
	 */
	readonly disabled?: boolean;
}

/** A file to write at boot. */
export interface MachineFile {
	/** What the file holds, as plain text. */
	readonly content?: string;
	/** Permission bits, in octal: `0o644`. */
	readonly permissions?: FilePermissions;
	/** Absolute path of the file. */
	readonly path?: string;
	/** What to do: `create` a new file, `append` to one, or `overwrite` one that exists. */
	readonly op?: string;
}

/** How the clock is set. */
export interface MachineTime {
	/**
	 * Trusts the hardware clock and asks no time server.
	 * @default false
	 * @deprecated Use TimeSyncConfig.enabled.
	 */
	readonly disabled?: boolean;
	/**
	 * Time servers, by name or address.
	 * @default time.cloudflare.com
	 * @deprecated Use TimeSyncConfig.ntp.servers.
	 */
	readonly servers?: readonly string[];
	/**
	 * Time after which booting goes on with an unset clock; 0 waits for ever.
	 * @default 0
	 * @deprecated Use TimeSyncConfig.bootTimeout.
	 */
	readonly bootTimeout?: Duration;
}

/** Rules for udev. */
export interface MachineUdev {
	/**
	 * The rules, one per item, in udev's own syntax.
	 * @deprecated Use UdevRulesConfig.rules.
	 */
	readonly rules?: readonly string[];
}

/** Where the logs of the system's services are sent. */
export interface MachineLogging {
	/**
	 * Servers that get every message.
	 * Kernel messages are not among them: KmsgLogConfig sends those.
	 */
	readonly destinations?: readonly MachineLoggingDestination[];
}

/** A server that gets the logs. */
export interface MachineLoggingDestination {
	/** Address of the server: `tcp://` or `udp://` with host and port. */
	readonly endpoint?: URLText;
	/** How messages are written: one JSON object per line. */
	readonly format?: string;
	/** Fields that are added to every message, to tell machines apart. */
	readonly extraTags?: Readonly<Record<string, string>>;
}

/** Kernel modules to load. */
export interface MachineKernel {
	/**
	 * The modules to load, with their settings.
	 * @deprecated Use KernelModuleConfig.
	 */
	readonly modules?: readonly (MachineKernelModule | null)[];
}

/** A kernel module to load. */
export interface MachineKernelModule {
	/**
	 * Name of the module, as `modprobe` takes it.
	 * @deprecated Use KernelModuleConfig.name.
	 */
	readonly name?: string;
	/**
	 * Settings of the module as `name=value`; a changed setting counts from the next boot.
	 * @deprecated Use KernelModuleConfig.parameters.
	 */
	readonly parameters?: readonly string[];
}

/** A filter for system calls. */
export interface MachineSeccompProfile {
	/** File name of the profile, by which pods refer to it. */
	readonly name?: string;
	/** The profile, as in the OCI runtime specification. */
	readonly value?: FreeForm;
}

export const machineControllerManagerSchema: StructSchema = {
	name: 'v1alpha1.MachineControllerManagerConfig',
	fields: [
		{ name: 'disabled', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const machineSchedulerSchema: StructSchema = {
	name: 'v1alpha1.MachineSchedulerConfig',
	fields: [
		{ name: 'disabled', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const machineControlPlaneSchema: StructSchema = {
	name: 'v1alpha1.MachineControlPlaneConfig',
	fields: [
		{ name: 'controllerManager', type: { of: 'struct', struct: machineControllerManagerSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'scheduler', type: { of: 'struct', struct: machineSchedulerSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
	],
};

export const machineFileSchema: StructSchema = {
	name: 'v1alpha1.MachineFile',
	fields: [
		{ name: 'content', type: scalar.string },
		{ name: 'permissions', type: scalar.fileMode },
		{ name: 'path', type: scalar.string },
		{ name: 'op', type: scalar.string },
	],
};

export const machineTimeSchema: StructSchema = {
	name: 'v1alpha1.TimeConfig',
	fields: [
		{ name: 'disabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'servers', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'bootTimeout', type: scalar.duration, omitEmpty: true },
	],
};

export const machineUdevSchema: StructSchema = {
	name: 'v1alpha1.UdevConfig',
	fields: [
		{ name: 'rules', type: { of: 'list', item: scalar.string }, omitEmpty: true, deprecated: true, hidden: true },
	],
};

export const machineLoggingDestinationSchema: StructSchema = {
	name: 'v1alpha1.LoggingDestination',
	fields: [
		{ name: 'endpoint', type: scalar.endpoint, nullable: true },
		{ name: 'format', type: scalar.string },
		{ name: 'extraTags', type: { of: 'map', value: scalar.string }, omitEmpty: true },
	],
};

export const machineLoggingSchema: StructSchema = {
	name: 'v1alpha1.LoggingConfig',
	fields: [
		{ name: 'destinations', type: { of: 'list', item: { of: 'struct', struct: machineLoggingDestinationSchema } } },
	],
};

export const machineKernelModuleSchema: StructSchema = {
	name: 'v1alpha1.KernelModuleConfig',
	fields: [
		{ name: 'name', type: scalar.string, deprecated: true },
		{ name: 'parameters', type: { of: 'list', item: scalar.string }, omitEmpty: true, deprecated: true },
	],
};

export const machineKernelSchema: StructSchema = {
	name: 'v1alpha1.KernelConfig',
	fields: [
		{ name: 'modules', type: { of: 'list', item: { of: 'struct', struct: machineKernelModuleSchema }, nullable: true }, omitEmpty: true, deprecated: true },
	],
};

export const machineSeccompProfileSchema: StructSchema = {
	name: 'v1alpha1.MachineSeccompProfile',
	fields: [
		{ name: 'name', type: scalar.string },
		{ name: 'value', type: { of: 'any' } },
	],
};

export const machineSectionSchema: StructSchema = {
	name: 'v1alpha1.MachineConfig',
	fields: [
		{ name: 'type', type: scalar.string },
		{ name: 'token', type: scalar.string, secret: true },
		{ name: 'ca', type: { of: 'struct', struct: pemCertificateAndKeySchema }, nullable: true, omitEmpty: true },
		{ name: 'acceptedCAs', type: { of: 'list', item: { of: 'struct', struct: pemCertificateSchema }, nullable: true }, omitEmpty: true },
		{ name: 'certSANs', type: { of: 'list', item: scalar.string } },
		{ name: 'controlPlane', type: { of: 'struct', struct: machineControlPlaneSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'kubelet', type: { of: 'struct', struct: machineKubeletSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'pods', type: { of: 'list', item: { of: 'any' } }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'network', type: { of: 'struct', struct: machineNetworkSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'disks', type: { of: 'list', item: { of: 'struct', struct: machineDiskSchema }, nullable: true }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'install', type: { of: 'struct', struct: machineInstallSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'files', type: { of: 'list', item: { of: 'struct', struct: machineFileSchema }, nullable: true }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'env', type: { of: 'map', value: scalar.string }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'time', type: { of: 'struct', struct: machineTimeSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'sysctls', type: { of: 'map', value: scalar.string }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'sysfs', type: { of: 'map', value: scalar.string }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'registries', type: { of: 'struct', struct: machineRegistriesSchema }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'systemDiskEncryption', type: { of: 'struct', struct: machineSystemDiskEncryptionSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'features', type: { of: 'struct', struct: machineFeaturesSchema }, nullable: true, omitEmpty: true },
		{ name: 'udev', type: { of: 'struct', struct: machineUdevSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'logging', type: { of: 'struct', struct: machineLoggingSchema }, nullable: true, omitEmpty: true },
		{ name: 'kernel', type: { of: 'struct', struct: machineKernelSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'seccompProfiles', type: { of: 'list', item: { of: 'struct', struct: machineSeccompProfileSchema }, nullable: true }, omitEmpty: true, omitOnlyIfNil: true },
		{ name: 'baseRuntimeSpecOverrides', type: { of: 'any' }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'nodeLabels', type: { of: 'map', value: scalar.string }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'nodeAnnotations', type: { of: 'map', value: scalar.string }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'nodeTaints', type: { of: 'map', value: scalar.string }, omitEmpty: true, deprecated: true, hidden: true },
	],
};
