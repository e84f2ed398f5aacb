// Generated from model/v1alpha1/cluster-components.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { ArgValue, FreeForm } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';

/** Settings of the Kubernetes API server. */
export interface ClusterAPIServer {
	/**
	 * Reference of the API server's image, with a tag.
	 * @deprecated Use KubeAPIServerConfig.image.
	 */
	readonly image?: string;
	/**
	 * Further command line arguments by name, without the dashes.
	 * @deprecated Use KubeAPIServerConfig.extraArgs.
	 */
	readonly extraArgs?: Readonly<Record<string, ArgValue>>;
	/**
	 * Paths of the host that the API server's pod sees.
	 * Nothing takes its place.
	 */
	readonly extraVolumes?: readonly ComponentVolumeMount[];
	/**
	 * Environment variables of the API server.
	 * @deprecated Use KubeAPIServerConfig.env.
	 */
	readonly env?: Readonly<Record<string, string>>;
	/**
	 * Further names and addresses that the API server's certificate should be good for.
	 * @deprecated Use KubeAPIServerConfig.certExtraSANs.
	 */
	readonly certSANs?: readonly string[];
	/** Was meant to switch PodSecurityPolicy off; Kubernetes has none any more. */
	readonly disablePodSecurityPolicy?: boolean;
	/**
	 * Configuration of admission plugins.
	 * Patches merge by `name`.
	 * @deprecated Use KubeAdmissionControlConfig.
	 */
	readonly admissionControl?: readonly (ClusterAdmissionPlugin | null)[];
	/**
	 * Which requests are recorded; absent, the metadata of every request.
	 * A patch replaces the whole value.
	 * @deprecated Use KubeAuditPolicyConfig.
	 */
	readonly auditPolicy?: FreeForm;
	/**
	 * CPU and memory of the API server's pod.
	 * @deprecated Use KubeAPIServerConfig.resources.
	 */
	readonly resources?: ComponentResources;
	/**
	 * Further judges that are asked whether a request is allowed.
	 * Those of type Node and RBAC are always there.
	 * @since v1.9
	 * @deprecated Use KubeAuthorizerConfig.
	 */
	readonly authorizationConfig?: readonly (ClusterAuthorizer | null)[];
}

/** A path of the host that a control plane pod sees. */
export interface ComponentVolumeMount {
	/** Path on the host. */
	readonly hostPath?: string;
	/** Path inside the container. */
	readonly mountPath?: string;
	/**
	 * Refuses writes.
	 * @default false
	 */
	readonly readonly?: boolean;
}

/** Configuration of an admission plugin. */
export interface ClusterAdmissionPlugin {
	/**
	 * Name of the plugin as Kubernetes spells it.
	 * @deprecated Use KubeAdmissionControlConfig.name.
	 */
	readonly name?: string;
	/**
	 * The plugin's own configuration, with its `apiVersion` and `kind`.
	 * @deprecated Use KubeAdmissionControlConfig.configuration.
	 */
	readonly configuration?: FreeForm;
}

/** CPU and memory of a control plane pod. */
export interface ComponentResources {
	/** What is set aside for the pod: `cpu` and `memory`, as in Kubernetes. */
	readonly requests?: FreeForm;
	/** What the pod may not exceed: `cpu` and `memory`, as in Kubernetes. */
	readonly limits?: FreeForm;
}

/** A judge that is asked whether a request is allowed. */
export interface ClusterAuthorizer {
	/**
	 * The kind of authorizer.
	 * @deprecated Use KubeAuthorizerConfig.type.
	 */
	readonly type?: string;
	/**
	 * Names the authorizer: a DNS label or a domain name.
	 * @deprecated Use KubeAuthorizerConfig.name.
	 */
	readonly name?: string;
	/**
	 * How to ask a webhook; needed for that type and useless for the others.
	 * @deprecated Use KubeAuthorizerConfig.webhook.
	 */
	readonly webhook?: FreeForm;
}

/** Settings of the Kubernetes controller manager. */
export interface ClusterControllerManager {
	/**
	 * Reference of the controller manager's image, with a tag.
	 * @deprecated Use KubeControllerManagerConfig.image.
	 */
	readonly image?: string;
	/**
	 * Further command line arguments by name, without the dashes.
	 * @deprecated Use KubeControllerManagerConfig.extraArgs.
	 */
	readonly extraArgs?: Readonly<Record<string, ArgValue>>;
	/**
	 * Paths of the host that the controller manager's pod sees.
	 * Nothing takes its place.
	 */
	readonly extraVolumes?: readonly ComponentVolumeMount[];
	/**
	 * Environment variables of the controller manager.
	 * @deprecated Use KubeControllerManagerConfig.env.
	 */
	readonly env?: Readonly<Record<string, string>>;
	/**
	 * CPU and memory of the controller manager's pod.
	 * @deprecated Use KubeControllerManagerConfig.resources.
	 */
	readonly resources?: ComponentResources;
}

/** Settings of kube-proxy. */
export interface ClusterProxy {
	/**
	 * Does not deploy kube-proxy.
	 * What was deployed before stays.
	 * @default false
	 * @deprecated Use KubeProxyConfig.enabled.
	 */
	readonly disabled?: boolean;
	/**
	 * Reference of the kube-proxy image, with a tag.
	 * @deprecated Use KubeProxyConfig.image.
	 */
	readonly image?: string;
	/**
	 * How connections are forwarded.
	 * @default nftables
	 * @deprecated Use KubeProxyConfig.mode.
	 */
	readonly mode?: string;
	/**
	 * Further command line arguments by name, without the dashes.
	 * @deprecated Use KubeProxyConfig.extraArgs.
	 */
	readonly extraArgs?: Readonly<Record<string, ArgValue>>;
}

/** Settings of the Kubernetes scheduler. */
export interface ClusterScheduler {
	/**
	 * Reference of the scheduler's image, with a tag.
	 * @deprecated Use KubeSchedulerConfig.image.
	 */
	readonly image?: string;
	/**
	 * Further command line arguments by name, without the dashes.
	 * @deprecated Use KubeSchedulerConfig.extraArgs.
	 */
	readonly extraArgs?: Readonly<Record<string, ArgValue>>;
	/**
	 * Paths of the host that the scheduler's pod sees.
	 * Nothing takes its place.
	 */
	readonly extraVolumes?: readonly ComponentVolumeMount[];
	/**
	 * Environment variables of the scheduler.
	 * @deprecated Use KubeSchedulerConfig.env.
	 */
	readonly env?: Readonly<Record<string, string>>;
	/**
	 * CPU and memory of the scheduler's pod.
	 * @deprecated Use KubeSchedulerConfig.resources.
	 */
	readonly resources?: ComponentResources;
	/**
	 * Settings in the form of a `KubeSchedulerConfiguration`, without `apiVersion` and `kind`.
	 * @deprecated Use KubeSchedulerConfig.config.
	 */
	readonly config?: FreeForm;
}

export const componentVolumeMountSchema: StructSchema = {
	name: 'v1alpha1.VolumeMountConfig',
	fields: [
		{ name: 'hostPath', type: scalar.string },
		{ name: 'mountPath', type: scalar.string },
		{ name: 'readonly', type: scalar.bool, omitEmpty: true },
	],
};

export const clusterAdmissionPluginSchema: StructSchema = {
	name: 'v1alpha1.AdmissionPluginConfig',
	fields: [
		{ name: 'name', type: scalar.string },
		{ name: 'configuration', type: { of: 'any' } },
	],
};

export const componentResourcesSchema: StructSchema = {
	name: 'v1alpha1.ResourcesConfig',
	fields: [
		{ name: 'requests', type: { of: 'any' }, omitEmpty: true },
		{ name: 'limits', type: { of: 'any' }, omitEmpty: true },
	],
};

export const clusterAuthorizerSchema: StructSchema = {
	name: 'v1alpha1.AuthorizationConfigAuthorizerConfig',
	fields: [
		{ name: 'type', type: scalar.string },
		{ name: 'name', type: scalar.string },
		{ name: 'webhook', type: { of: 'any' }, omitEmpty: true },
	],
};

export const clusterAPIServerSchema: StructSchema = {
	name: 'v1alpha1.APIServerConfig',
	fields: [
		{ name: 'image', type: scalar.string, omitEmpty: true },
		{ name: 'extraArgs', type: { of: 'map', value: scalar.argValue, name: 'meta.Args' }, omitEmpty: true },
		{ name: 'extraVolumes', type: { of: 'list', item: { of: 'struct', struct: componentVolumeMountSchema } }, omitEmpty: true },
		{ name: 'env', type: { of: 'map', value: scalar.string }, omitEmpty: true },
		{ name: 'certSANs', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'disablePodSecurityPolicy', type: scalar.bool, nullable: true, omitEmpty: true, hidden: true },
		{ name: 'admissionControl', type: { of: 'list', item: { of: 'struct', struct: clusterAdmissionPluginSchema }, name: 'v1alpha1.AdmissionPluginConfigList', nullable: true }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'auditPolicy', type: { of: 'any' }, omitEmpty: true, replace: true, deprecated: true, hidden: true },
		{ name: 'resources', type: { of: 'struct', struct: componentResourcesSchema }, nullable: true, omitEmpty: true },
		{ name: 'authorizationConfig', type: { of: 'list', item: { of: 'struct', struct: clusterAuthorizerSchema }, name: 'v1alpha1.AuthorizationConfigAuthorizerConfigList', nullable: true }, omitEmpty: true, deprecated: true, hidden: true },
	],
};

export const clusterControllerManagerSchema: StructSchema = {
	name: 'v1alpha1.ControllerManagerConfig',
	fields: [
		{ name: 'image', type: scalar.string, omitEmpty: true },
		{ name: 'extraArgs', type: { of: 'map', value: scalar.argValue, name: 'meta.Args' }, omitEmpty: true },
		{ name: 'extraVolumes', type: { of: 'list', item: { of: 'struct', struct: componentVolumeMountSchema } }, omitEmpty: true },
		{ name: 'env', type: { of: 'map', value: scalar.string }, omitEmpty: true },
		{ name: 'resources', type: { of: 'struct', struct: componentResourcesSchema }, nullable: true, omitEmpty: true },
	],
};

export const clusterProxySchema: StructSchema = {
	name: 'v1alpha1.ProxyConfig',
	fields: [
		{ name: 'disabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'image', type: scalar.string, omitEmpty: true },
		{ name: 'mode', type: scalar.string, omitEmpty: true },
		{ name: 'extraArgs', type: { of: 'map', value: scalar.argValue, name: 'meta.Args' }, omitEmpty: true },
	],
};

export const clusterSchedulerSchema: StructSchema = {
	name: 'v1alpha1.SchedulerConfig',
	fields: [
		{ name: 'image', type: scalar.string, omitEmpty: true },
		{ name: 'extraArgs', type: { of: 'map', value: scalar.argValue, name: 'meta.Args' }, omitEmpty: true },
		{ name: 'extraVolumes', type: { of: 'list', item: { of: 'struct', struct: componentVolumeMountSchema } }, omitEmpty: true },
		{ name: 'env', type: { of: 'map', value: scalar.string }, omitEmpty: true },
		{ name: 'resources', type: { of: 'struct', struct: componentResourcesSchema }, nullable: true, omitEmpty: true },
		{ name: 'config', type: { of: 'any' }, omitEmpty: true },
	],
};
