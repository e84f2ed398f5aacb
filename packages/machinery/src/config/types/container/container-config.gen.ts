// Generated from model/container/container-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { ContainerNetworkMode, ContainerSecurityProfile } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Runs a container directly under the system, without Kubernetes.
 * It starts when the document is applied and is started again five seconds after it ends. It is not a service of the
 * system: its state is shown by the `ContainerStatus` resource, its output by `logs`.
 */
export interface ContainerConfig extends DocumentMeta {
	/**
	 * Names the container, also in logs.
	 * 1 to 63 lower-case letters, digits and hyphens; not the name of a service of the system.
	 */
	readonly name?: string;
	/**
	 * Reference of the image that the container runs.
	 * Pin it by digest (`repository@sha256:…`): a tag may point to something else tomorrow, and validation warns about it.
	 * A short name is completed as Docker does.
	 */
	readonly image?: string;
	/**
	 * Command that takes the place of the image's entry point.
	 * Absent, the image decides.
	 */
	readonly entrypoint?: readonly string[];
	/** Arguments that take the place of the image's own. */
	readonly args?: readonly string[];
	/** Folder that the command starts in; absent, the image decides. */
	readonly workingDir?: string;
	/**
	 * User and group that the command runs as; absent, the image decides.
	 * There are no user namespaces: user 0 in the container is root on the machine.
	 */
	readonly runAs?: ContainerRunAs;
	/**
	 * Variables as `NAME=value`, added to those of the image.
	 * They stand in the configuration in plain sight; put secrets into files of a volume instead.
	 */
	readonly environment?: readonly string[];
	/** What the container sees of volumes, memory file systems and the host. */
	readonly mounts?: readonly ContainerMount[];
	/** What the container may do. */
	readonly security?: ContainerSecurity;
	/** What the container sees of the network. */
	readonly network?: ContainerNetwork;
	/** Upper bounds for CPU and memory. */
	readonly resources?: ContainerResources;
	/** What must be there before the container starts. */
	readonly dependsOn?: ContainerDependsOn;
}

/** User and group of a container's command. */
export interface ContainerRunAs {
	/**
	 * Number of the user; absent, the image's user.
	 * `0` is root on the machine itself.
	 */
	readonly uid?: number;
	/** Number of the group; absent, the image's group. */
	readonly gid?: number;
}

/** One file system inside a container: exactly one of the three sources. */
export interface ContainerMount {
	/**
	 * A volume of a UserVolumeConfig.
	 * The container waits until the volume is mounted.
	 */
	readonly userVolume?: ContainerUserVolumeMount;
	/** Scratch space in memory, gone when the container ends. */
	readonly tmpfs?: ContainerTmpfsMount;
	/**
	 * A file or folder of the host, which must exist.
	 * Opens the host to the container; prefer a user volume.
	 */
	readonly hostPath?: ContainerHostPathMount;
}

/** A user volume inside a container. */
export interface ContainerUserVolumeMount {
	/** Name of the UserVolumeConfig. */
	readonly name?: string;
	/** Absolute path of the volume inside the container; unique among its mounts. */
	readonly destination?: string;
	/** Mount options; without `rw` the volume is read-only. */
	readonly options?: readonly string[];
}

/** Scratch space in memory inside a container. */
export interface ContainerTmpfsMount {
	/** Absolute path of the scratch space inside the container; unique among its mounts. */
	readonly destination?: string;
	/** Upper bound for the space, such as `64MiB`; absent, half of the machine's memory. */
	readonly size?: string;
	/** Mount options; writable unless `ro` is among them. */
	readonly options?: readonly string[];
}

/** A path of the host inside a container. */
export interface ContainerHostPathMount {
	/** Absolute path on the host; it is not created. */
	readonly source?: string;
	/** Absolute path inside the container; unique among its mounts. */
	readonly destination?: string;
	/** Mount options; without `rw` the path is read-only. */
	readonly options?: readonly string[];
}

/** What a container may do. */
export interface ContainerSecurity {
	/**
	 * The starting point for permissions.
	 * `restricted` has no capabilities, no devices and a read-only root file system. `privileged` has nearly everything;
	 * treat its image like a part of the system.
	 * @default restricted
	 */
	readonly profile?: ContainerSecurityProfile;
	/** Linux capabilities that differ from the profile. */
	readonly capabilities?: ContainerCapabilities;
}

/** Differences from a profile's capabilities, in upper case and without `CAP_`. */
export interface ContainerCapabilities {
	/** Capabilities that the container has besides those of its profile. */
	readonly add?: readonly string[];
	/** Capabilities that the container does not have; `ALL` takes every one away. */
	readonly drop?: readonly string[];
}

/** What a container sees of the network. */
export interface ContainerNetwork {
	/**
	 * `none` gives the container an empty network of its own, `host` the network of the machine.
	 * In host mode it can bind any free port and reach services on localhost.
	 * @default none
	 */
	readonly mode?: ContainerNetworkMode;
}

/** Resource bounds of a container. */
export interface ContainerResources {
	/** What the container cannot exceed. */
	readonly limits?: ContainerResourceLimits;
}

/** Upper bounds of a container, kept by cgroups. */
export interface ContainerResourceLimits {
	/**
	 * CPU time in thousandths of a core: `500m` is half a core.
	 * A container that wants more is slowed down.
	 */
	readonly cpu?: string;
	/**
	 * Memory including page cache, such as `256MiB`.
	 * A container that needs more is killed and started again.
	 */
	readonly memory?: string;
}

/** Conditions for starting a container; it waits as long as it takes. */
export interface ContainerDependsOn {
	/** Absolute paths on the host that must exist. */
	readonly paths?: readonly string[];
	/**
	 * States of the network that must be reached.
	 * `addresses`: an address is assigned; `connectivity`: all probes succeed, or without probes, there is a default
	 * route; `hostname`: the host name is set; `etcfiles`: the resolver files are written.
	 */
	readonly networks?: readonly string[];
	/**
	 * Waits until the clock is synchronized.
	 * @default false
	 */
	readonly time?: boolean;
	/**
	 * Names of other ContainerConfig documents that must be running.
	 * Circles are refused.
	 */
	readonly containers?: readonly string[];
}

export const containerRunAsSchema: StructSchema = {
	name: 'container.ContainerRunAs',
	fields: [
		{ name: 'uid', type: scalar.int32, nullable: true, omitEmpty: true },
		{ name: 'gid', type: scalar.int32, nullable: true, omitEmpty: true },
	],
};

export const containerUserVolumeMountSchema: StructSchema = {
	name: 'container.UserVolumeMount',
	fields: [
		{ name: 'name', type: scalar.string },
		{ name: 'destination', type: scalar.string },
		{ name: 'options', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const containerTmpfsMountSchema: StructSchema = {
	name: 'container.TmpfsMount',
	fields: [
		{ name: 'destination', type: scalar.string },
		{ name: 'size', type: scalar.string, omitEmpty: true },
		{ name: 'options', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const containerHostPathMountSchema: StructSchema = {
	name: 'container.HostPathMount',
	fields: [
		{ name: 'source', type: scalar.string },
		{ name: 'destination', type: scalar.string },
		{ name: 'options', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const containerMountSchema: StructSchema = {
	name: 'container.ContainerMount',
	fields: [
		{ name: 'userVolume', type: { of: 'struct', struct: containerUserVolumeMountSchema }, nullable: true, omitEmpty: true },
		{ name: 'tmpfs', type: { of: 'struct', struct: containerTmpfsMountSchema }, nullable: true, omitEmpty: true },
		{ name: 'hostPath', type: { of: 'struct', struct: containerHostPathMountSchema }, nullable: true, omitEmpty: true },
	],
};

export const containerCapabilitiesSchema: StructSchema = {
	name: 'container.ContainerCapabilities',
	fields: [
		{ name: 'add', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'drop', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const containerSecuritySchema: StructSchema = {
	name: 'container.ContainerSecurity',
	fields: [
		{ name: 'profile', type: scalar.containerSecurityProfile, omitEmpty: true },
		{ name: 'capabilities', type: { of: 'struct', struct: containerCapabilitiesSchema }, nullable: true, omitEmpty: true },
	],
};

export const containerNetworkSchema: StructSchema = {
	name: 'container.ContainerNetwork',
	fields: [
		{ name: 'mode', type: scalar.containerNetworkMode, omitEmpty: true },
	],
};

export const containerResourceLimitsSchema: StructSchema = {
	name: 'container.ContainerResourceLimits',
	fields: [
		{ name: 'cpu', type: scalar.string, omitEmpty: true },
		{ name: 'memory', type: scalar.string, omitEmpty: true },
	],
};

export const containerResourcesSchema: StructSchema = {
	name: 'container.ContainerResources',
	fields: [
		{ name: 'limits', type: { of: 'struct', struct: containerResourceLimitsSchema }, nullable: true, omitEmpty: true },
	],
};

export const containerDependsOnSchema: StructSchema = {
	name: 'container.ContainerDependsOn',
	fields: [
		{ name: 'paths', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'networks', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'time', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'containers', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const containerConfigSchema: StructSchema = {
	name: 'container.ContainerConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'image', type: scalar.string },
		{ name: 'entrypoint', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'args', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'workingDir', type: scalar.string, omitEmpty: true },
		{ name: 'runAs', type: { of: 'struct', struct: containerRunAsSchema }, nullable: true, omitEmpty: true },
		{ name: 'environment', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'mounts', type: { of: 'list', item: { of: 'struct', struct: containerMountSchema } }, omitEmpty: true },
		{ name: 'security', type: { of: 'struct', struct: containerSecuritySchema }, nullable: true, omitEmpty: true },
		{ name: 'network', type: { of: 'struct', struct: containerNetworkSchema }, nullable: true, omitEmpty: true },
		{ name: 'resources', type: { of: 'struct', struct: containerResourcesSchema }, nullable: true, omitEmpty: true },
		{ name: 'dependsOn', type: { of: 'struct', struct: containerDependsOnSchema }, nullable: true, omitEmpty: true },
	],
};
