// Generated from model/v1alpha1/machine-kubelet.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { ArgValue, FreeForm } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';

/** Settings of the kubelet and of how the node appears in Kubernetes. */
export interface MachineKubelet {
	/**
	 * Reference of the kubelet's image, with a tag.
	 * @deprecated Use KubeletConfig.image.
	 */
	readonly image?: string;
	/**
	 * Addresses of the DNS servers that pods are given.
	 * Absent, the tenth address of the service subnets, which is where CoreDNS listens.
	 * @deprecated Use KubeletConfig.clusterDNS.
	 */
	readonly clusterDNS?: readonly string[];
	/**
	 * Further command line arguments by name, without the dashes.
	 * @deprecated Use KubeletConfig.extraArgs.
	 */
	readonly extraArgs?: Readonly<Record<string, ArgValue>>;
	/**
	 * Paths of the host that the kubelet's container sees.
	 * Needed for storage drivers outside of `/var/mnt`; user volumes are there without it. Nothing takes its place.
	 * @deprecated
	 */
	readonly extraMounts?: readonly KubeletExtraMount[];
	/**
	 * Settings in the form of a `KubeletConfiguration`, without `apiVersion` and `kind`.
	 * Fields that the system must decide itself are refused.
	 * @deprecated Use KubeletConfig.config.
	 */
	readonly extraConfig?: FreeForm;
	/**
	 * A `CredentialProviderConfig` of the kubelet, with its `apiVersion` and `kind`.
	 * @deprecated Use KubeCredentialProviderConfig.configuration.
	 */
	readonly credentialProviderConfig?: FreeForm;
	/**
	 * Filters the system calls of containers that do not say otherwise.
	 * @default false
	 * @deprecated Use KubeletConfig.defaultRuntimeSeccompProfileEnabled.
	 */
	readonly defaultRuntimeSeccompProfileEnabled?: boolean;
	/**
	 * Registers the node by its full domain name instead of the host name alone.
	 * @default false
	 * @deprecated Use KubeNodeConfig.registerWithFQDN.
	 */
	readonly registerWithFQDN?: boolean;
	/**
	 * Which of the machine's addresses is the node's address.
	 * @deprecated Use KubeNodeConfig.nodeIP.
	 */
	readonly nodeIP?: MachineKubeletNodeIP;
	/**
	 * Runs the kubelet without telling Kubernetes; only static pods run.
	 * @default false
	 * @deprecated Use KubeNodeConfig.skipNodeRegistration.
	 */
	readonly skipNodeRegistration?: boolean;
	/**
	 * Does not look for static pods in `/etc/kubernetes/manifests`.
	 * New configurations switch it on. Nothing takes its place: with KubeletConfig the folder is never read.
	 * @default false
	 * @deprecated
	 */
	readonly disableManifestsDirectory?: boolean;
}

/** A path of the host that the kubelet's container sees. */
export interface KubeletExtraMount {
	/** Absolute path inside the container. */
	readonly destination?: string;
	/** Kind of mount, mostly `bind`. */
	readonly type?: string;
	/** Absolute path on the host. */
	readonly source?: string;
	/** Mount options; `bind` or `rbind` must be among them. */
	readonly options?: readonly string[];
	/** Numbers of users that are translated between container and host. */
	readonly uidMappings?: readonly LinuxIDMapping[];
	/** Numbers of groups that are translated between container and host. */
	readonly gidMappings?: readonly LinuxIDMapping[];
}

/** A range of user or group numbers that is translated. */
export interface LinuxIDMapping {
	/** First number inside the container. */
	readonly containerID?: number;
	/** First number on the host. */
	readonly hostID?: number;
	/** How many numbers are in the range. */
	readonly size?: number;
}

/** Choice of a node's address. */
export interface MachineKubeletNodeIP {
	/**
	 * Networks that the address may be from, one of each family for dual stack.
	 * `!` in front excludes a network; put these last. Absent, an address of each family of the pod subnets is chosen.
	 * @deprecated Use KubeNodeConfig.nodeIP.validSubnets.
	 */
	readonly validSubnets?: readonly string[];
}

export const linuxIDMappingSchema: StructSchema = {
	name: 'v1alpha1.LinuxIDMapping',
	fields: [
		{ name: 'containerID', type: scalar.uint32 },
		{ name: 'hostID', type: scalar.uint32 },
		{ name: 'size', type: scalar.uint32 },
	],
};

export const kubeletExtraMountSchema: StructSchema = {
	name: 'v1alpha1.ExtraMount',
	fields: [
		{ name: 'destination', type: scalar.string },
		{ name: 'type', type: scalar.string, omitEmpty: true },
		{ name: 'source', type: scalar.string, omitEmpty: true },
		{ name: 'options', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'uidMappings', type: { of: 'list', item: { of: 'struct', struct: linuxIDMappingSchema } }, omitEmpty: true },
		{ name: 'gidMappings', type: { of: 'list', item: { of: 'struct', struct: linuxIDMappingSchema } }, omitEmpty: true },
	],
};

export const machineKubeletNodeIPSchema: StructSchema = {
	name: 'v1alpha1.KubeletNodeIPConfig',
	fields: [
		{ name: 'validSubnets', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const machineKubeletSchema: StructSchema = {
	name: 'v1alpha1.KubeletConfig',
	fields: [
		{ name: 'image', type: scalar.string, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'clusterDNS', type: { of: 'list', item: scalar.string }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'extraArgs', type: { of: 'map', value: scalar.argValue, name: 'meta.Args' }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'extraMounts', type: { of: 'list', item: { of: 'struct', struct: kubeletExtraMountSchema } }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'extraConfig', type: { of: 'any' }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'credentialProviderConfig', type: { of: 'any' }, omitEmpty: true },
		{ name: 'defaultRuntimeSeccompProfileEnabled', type: scalar.bool, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'registerWithFQDN', type: scalar.bool, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'nodeIP', type: { of: 'struct', struct: machineKubeletNodeIPSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'skipNodeRegistration', type: scalar.bool, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'disableManifestsDirectory', type: scalar.bool, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
	],
};
