// Generated from model/v1alpha1/cluster-discovery.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';

/** How the machines of the cluster find each other. */
export interface ClusterDiscovery {
	/**
	 * Lets the machines find each other.
	 * Generated configurations switch it on; without this section, it is off.
	 * @default false
	 * @deprecated Use DiscoveryServiceConfig.
	 */
	readonly enabled?: boolean;
	/**
	 * Where they leave their announcements.
	 * @deprecated Use DiscoveryServiceConfig.
	 */
	readonly registries?: ClusterDiscoveryRegistries;
}

/** Where machines leave their announcements. */
export interface ClusterDiscoveryRegistries {
	/**
	 * Annotations on node objects; does not work since Kubernetes 1.32.
	 * @deprecated
	 */
	readonly kubernetes?: ClusterDiscoveryKubernetesRegistry;
	/**
	 * A discovery service outside of the cluster.
	 * @deprecated Use DiscoveryServiceConfig.
	 */
	readonly service?: ClusterDiscoveryServiceRegistry;
}

/** Announcements in Kubernetes. */
export interface ClusterDiscoveryKubernetesRegistry {
	/**
	 * Leaves no announcements on node objects.
	 * Generated configurations switch it on.
	 * @default false
	 */
	readonly disabled?: boolean;
}

/** Announcements with a discovery service. */
export interface ClusterDiscoveryServiceRegistry {
	/**
	 * Does not use the service.
	 * @default false
	 * @deprecated Use DiscoveryServiceConfig.
	 */
	readonly disabled?: boolean;
	/**
	 * URL of the service.
	 * @default https://discovery.talos.dev/
	 * @deprecated Use DiscoveryServiceConfig.endpoint.
	 */
	readonly endpoint?: string;
}

export const clusterDiscoveryKubernetesRegistrySchema: StructSchema = {
	name: 'v1alpha1.RegistryKubernetesConfig',
	fields: [
		{ name: 'disabled', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};

export const clusterDiscoveryServiceRegistrySchema: StructSchema = {
	name: 'v1alpha1.RegistryServiceConfig',
	fields: [
		{ name: 'disabled', type: scalar.bool, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'endpoint', type: scalar.string, omitEmpty: true, deprecated: true, hidden: true },
	],
};

export const clusterDiscoveryRegistriesSchema: StructSchema = {
	name: 'v1alpha1.DiscoveryRegistriesConfig',
	fields: [
		{ name: 'kubernetes', type: { of: 'struct', struct: clusterDiscoveryKubernetesRegistrySchema }, deprecated: true, hidden: true },
		{ name: 'service', type: { of: 'struct', struct: clusterDiscoveryServiceRegistrySchema }, deprecated: true, hidden: true },
	],
};

export const clusterDiscoverySchema: StructSchema = {
	name: 'v1alpha1.ClusterDiscoveryConfig',
	fields: [
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'registries', type: { of: 'struct', struct: clusterDiscoveryRegistriesSchema }, deprecated: true, hidden: true },
	],
};
