// Generated from model/v1alpha1/machine-features.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Integer } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';

/** Behaviours that can be switched on and off. */
export interface MachineFeatures {
	/** Was meant to switch roles of the machine API off; they are always on. */
	readonly rbac?: boolean;
	/**
	 * Derives the host name from the machine's identity instead of its address, when nothing else gives one.
	 * @default false
	 * @deprecated Use HostnameConfig.auto.
	 */
	readonly stableHostname?: boolean;
	/**
	 * Lets pods use the machine API through their service account.
	 * @deprecated Use KubeTalosAPIAccessConfig.
	 */
	readonly kubernetesTalosAPIAccess?: MachineKubernetesTalosAPIAccess;
	/** Was meant to check what client certificates are for; that is always done. */
	readonly apidCheckExtKeyUsage?: boolean;
	/**
	 * Mounts EPHEMERAL and user disks with XFS project quotas, which the kubelet measures ephemeral storage by.
	 * Without them it walks through all files now and then.
	 * @default false
	 */
	readonly diskQuotaSupport?: boolean;
	/**
	 * Gives the node a local address for the Kubernetes API that survives the loss of the load balancer.
	 * @deprecated Use KubePrismConfig.
	 */
	readonly kubePrism?: MachineKubePrism;
	/**
	 * A resolver on the machine that remembers answers.
	 * @deprecated Use ResolverConfig.hostDNS.
	 */
	readonly hostDNS?: MachineHostDNS;
	/**
	 * Uses the container images that came with the installation medium.
	 * @since v1.9
	 * @deprecated Use ImageCacheConfig.
	 */
	readonly imageCache?: MachineImageCache;
	/**
	 * Order of the machine's addresses, whose first one is taken where one must be chosen.
	 * `v1` goes by the address alone; `v2` puts addresses with longer prefixes first.
	 * @default v1
	 * @since v1.9
	 */
	readonly nodeAddressSortAlgorithm?: string;
}

/** Access of pods to the machine API. */
export interface MachineKubernetesTalosAPIAccess {
	/**
	 * Lets pods have access.
	 * @default false
	 * @deprecated Use KubeTalosAPIAccessConfig.
	 */
	readonly enabled?: boolean;
	/**
	 * Roles that pods may be given; absent, none.
	 * @deprecated Use KubeTalosAPIAccessConfig.allowedRoles.
	 */
	readonly allowedRoles?: readonly string[];
	/**
	 * Namespaces whose pods may have access.
	 * @deprecated Use KubeTalosAPIAccessConfig.allowedKubernetesNamespaces.
	 */
	readonly allowedKubernetesNamespaces?: readonly string[];
}

/** A local address for the Kubernetes API. */
export interface MachineKubePrism {
	/**
	 * Listens on `127.0.0.1` and forwards to healthy control plane machines.
	 * @default false
	 * @deprecated Use KubePrismConfig.
	 */
	readonly enabled?: boolean;
	/**
	 * Port to listen on.
	 * @default 7445
	 * @deprecated Use KubePrismConfig.port.
	 */
	readonly port?: Integer;
}

/** The machine's own resolver. */
export interface MachineHostDNS {
	/**
	 * Runs the resolver.
	 * @default false
	 * @deprecated Use ResolverConfig.hostDNS.enabled.
	 */
	readonly enabled?: boolean;
	/**
	 * Lets CoreDNS ask the machine's resolver instead of the servers themselves.
	 * @default false
	 * @deprecated Use ResolverConfig.hostDNS.forwardKubeDNSToHost.
	 */
	readonly forwardKubeDNSToHost?: boolean;
	/**
	 * Answers for the names of the cluster's machines, as discovery knows them.
	 * @default false
	 * @deprecated Use ResolverConfig.hostDNS.resolveMemberNames.
	 */
	readonly resolveMemberNames?: boolean;
}

/** The image cache on a machine's own disk. */
export interface MachineImageCache {
	/**
	 * Copies the cache to the IMAGECACHE volume and asks it before any registry.
	 * @default false
	 * @deprecated Use ImageCacheConfig.local.enabled.
	 */
	readonly localEnabled?: boolean;
}

export const machineKubernetesTalosAPIAccessSchema: StructSchema = {
	name: 'v1alpha1.KubernetesTalosAPIAccessConfig',
	fields: [
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'allowedRoles', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'allowedKubernetesNamespaces', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const machineKubePrismSchema: StructSchema = {
	name: 'v1alpha1.KubePrism',
	fields: [
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'port', type: scalar.int, omitEmpty: true },
	],
};

export const machineHostDNSSchema: StructSchema = {
	name: 'v1alpha1.HostDNSConfig',
	fields: [
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'forwardKubeDNSToHost', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'resolveMemberNames', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const machineImageCacheSchema: StructSchema = {
	name: 'v1alpha1.ImageCacheConfig',
	fields: [
		{ name: 'localEnabled', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const machineFeaturesSchema: StructSchema = {
	name: 'v1alpha1.FeaturesConfig',
	fields: [
		{ name: 'rbac', type: scalar.bool, nullable: true, omitEmpty: true, hidden: true },
		{ name: 'stableHostname', type: scalar.bool, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'kubernetesTalosAPIAccess', type: { of: 'struct', struct: machineKubernetesTalosAPIAccessSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'apidCheckExtKeyUsage', type: scalar.bool, nullable: true, omitEmpty: true, hidden: true },
		{ name: 'diskQuotaSupport', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'kubePrism', type: { of: 'struct', struct: machineKubePrismSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'hostDNS', type: { of: 'struct', struct: machineHostDNSSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'imageCache', type: { of: 'struct', struct: machineImageCacheSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'nodeAddressSortAlgorithm', type: scalar.string, omitEmpty: true },
	],
};
