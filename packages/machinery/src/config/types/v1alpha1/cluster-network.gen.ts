// Generated from model/v1alpha1/cluster-network.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';

/** The networks of pods and services. */
export interface ClusterNetwork {
	/**
	 * The pod network.
	 * @deprecated Use KubeFlannelCNIConfig.
	 */
	readonly cni?: ClusterCNI;
	/**
	 * Domain that the names of services end in.
	 * @default cluster.local
	 * @deprecated Use KubeNetworkConfig.dnsDomain.
	 */
	readonly dnsDomain?: string;
	/**
	 * Networks that pods get their addresses from: one, or one per address family.
	 * A patch replaces the whole list.
	 * @default [10.244.0.0/16]
	 * @deprecated Use KubeNetworkConfig.podSubnets.
	 */
	readonly podSubnets?: readonly string[];
	/**
	 * Networks that services get their addresses from: one, or one per address family.
	 * A patch replaces the whole list.
	 * @default [10.96.0.0/12]
	 * @deprecated Use KubeNetworkConfig.serviceSubnets.
	 */
	readonly serviceSubnets?: readonly string[];
}

/** The pod network. */
export interface ClusterCNI {
	/**
	 * Who provides the pod network: `flannel`, manifests from `urls` (`custom`), or nobody (`none`).
	 * @default flannel
	 * @deprecated Use KubeFlannelCNIConfig.
	 */
	readonly name?: string;
	/**
	 * URLs of the manifests of a custom pod network; only for `custom`.
	 * @deprecated Use KubeExternalManifestConfig.
	 */
	readonly urls?: readonly string[];
	/**
	 * Settings of Flannel; only for `flannel`.
	 * @deprecated Use KubeFlannelCNIConfig.
	 */
	readonly flannel?: ClusterFlannelCNI;
}

/** Settings of Flannel. */
export interface ClusterFlannelCNI {
	/**
	 * Further command line arguments of `flanneld`, with their dashes.
	 * @deprecated Use KubeFlannelCNIConfig.extraArgs.
	 */
	readonly extraArgs?: readonly string[];
	/**
	 * Deploys a controller that enforces network policies, which Flannel alone does not.
	 * @default false
	 * @since v1.13
	 * @deprecated Use KubeFlannelCNIConfig.kubeNetworkPoliciesEnabled.
	 */
	readonly kubeNetworkPoliciesEnabled?: boolean;
}

export const clusterFlannelCNISchema: StructSchema = {
	name: 'v1alpha1.FlannelCNIConfig',
	fields: [
		{ name: 'extraArgs', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'kubeNetworkPoliciesEnabled', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const clusterCNISchema: StructSchema = {
	name: 'v1alpha1.CNIConfig',
	fields: [
		{ name: 'name', type: scalar.string, omitEmpty: true },
		{ name: 'urls', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'flannel', type: { of: 'struct', struct: clusterFlannelCNISchema }, nullable: true, omitEmpty: true },
	],
};

export const clusterNetworkSchema: StructSchema = {
	name: 'v1alpha1.ClusterNetworkConfig',
	fields: [
		{ name: 'cni', type: { of: 'struct', struct: clusterCNISchema }, nullable: true, omitEmpty: true },
		{ name: 'dnsDomain', type: scalar.string },
		{ name: 'podSubnets', type: { of: 'list', item: scalar.string }, replace: true },
		{ name: 'serviceSubnets', type: { of: 'list', item: scalar.string }, replace: true },
	],
};
