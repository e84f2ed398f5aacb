// Generated from model/v1alpha1/cluster.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { ArgValue, Duration, Integer, URLText } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import { type PEMCertificate, type PEMCertificateAndKey, type PEMKey, pemCertificateAndKeySchema, pemCertificateSchema, pemKeySchema } from '../meta/pem.gen.ts';
import { type ClusterAPIServer, type ClusterControllerManager, type ClusterProxy, type ClusterScheduler, clusterAPIServerSchema, clusterControllerManagerSchema, clusterProxySchema, clusterSchedulerSchema } from './cluster-components.gen.ts';
import { type ClusterDiscovery, clusterDiscoverySchema } from './cluster-discovery.gen.ts';
import { type ClusterNetwork, clusterNetworkSchema } from './cluster-network.gen.ts';

/** What concerns the Kubernetes cluster and is mostly the same on all its machines. */
export interface ClusterSection {
	/**
	 * Tells this cluster apart from all others; 32 random bytes in base64.
	 * @deprecated Use DiscoveryIdentityConfig.clusterID.
	 */
	readonly id?: string;
	/**
	 * The key that members encrypt their announcements with; 32 random bytes in base64.
	 * @deprecated Use DiscoveryIdentityConfig.clusterSecret.
	 */
	readonly secret?: string;
	/**
	 * Address of the Kubernetes API.
	 * @deprecated Use KubeClusterConfig, KubeAPIServerConfig.
	 */
	readonly controlPlane?: ClusterControlPlane;
	/**
	 * Names the cluster in kubeconfig files and contexts.
	 * @deprecated Use KubeClusterConfig.clusterName.
	 */
	readonly clusterName?: string;
	/**
	 * The networks of pods and services.
	 * @deprecated Use KubeNetworkConfig, KubeFlannelCNIConfig.
	 */
	readonly network?: ClusterNetwork;
	/**
	 * Secret with which new nodes join Kubernetes.
	 * Six characters, a dot, sixteen characters, of small letters and digits. The kubelet gets its first certificate with
	 * it.
	 */
	readonly token?: string;
	/**
	 * Key that Kubernetes secrets in etcd are encrypted with in AES-CBC; 32 bytes in base64.
	 * Only for clusters from before 1.3: changing from one to the other needs both for a while.
	 * @deprecated Use KubeEtcdEncryptionConfig.
	 */
	readonly aescbcEncryptionSecret?: string;
	/**
	 * Key that Kubernetes secrets in etcd are encrypted with in secretbox; 32 bytes in base64.
	 * Next to the AES-CBC key, this one encrypts and both decrypt.
	 * @deprecated Use KubeEtcdEncryptionConfig.
	 */
	readonly secretboxEncryptionSecret?: string;
	/**
	 * Certificate authority of the Kubernetes API.
	 * Control plane machines need the key too; workers must not have it.
	 * @deprecated Use KubeAPIServerCAConfig.issuingCA.
	 */
	readonly ca?: PEMCertificateAndKey;
	/**
	 * Further certificate authorities that Kubernetes clients and servers accept.
	 * @deprecated Use KubeAPIServerCAConfig.acceptedCAs.
	 */
	readonly acceptedCAs?: readonly (PEMCertificate | null)[];
	/**
	 * Certificate authority that extension API servers recognize the API server by.
	 * @deprecated Use KubeAggregatorCAConfig.
	 */
	readonly aggregatorCA?: PEMCertificateAndKey;
	/**
	 * Key that tokens of service accounts are signed with.
	 * @deprecated Use KubeServiceAccountConfig.
	 */
	readonly serviceAccount?: PEMKey;
	/**
	 * Settings of the Kubernetes API server.
	 * @deprecated Use KubeAPIServerConfig.
	 */
	readonly apiServer?: ClusterAPIServer;
	/**
	 * Settings of the Kubernetes controller manager.
	 * @deprecated Use KubeControllerManagerConfig.
	 */
	readonly controllerManager?: ClusterControllerManager;
	/**
	 * Settings of kube-proxy.
	 * @deprecated Use KubeProxyConfig.
	 */
	readonly proxy?: ClusterProxy;
	/**
	 * Settings of the Kubernetes scheduler.
	 * @deprecated Use KubeSchedulerConfig.
	 */
	readonly scheduler?: ClusterScheduler;
	/**
	 * How the machines of the cluster find each other.
	 * @deprecated Use DiscoveryServiceConfig.
	 */
	readonly discovery?: ClusterDiscovery;
	/** Settings of etcd; on control plane machines only. */
	readonly etcd?: ClusterEtcd;
	/**
	 * Settings of CoreDNS.
	 * @deprecated Use KubeCoreDNSConfig.
	 */
	readonly coreDNS?: ClusterCoreDNS;
	/** Prepares the nodes for a cloud controller manager. */
	readonly externalCloudProvider?: ClusterExternalCloudProvider;
	/**
	 * URLs of Kubernetes manifests to apply to the cluster.
	 * @deprecated Use KubeExternalManifestConfig.
	 */
	readonly extraManifests?: readonly string[];
	/**
	 * HTTP headers to fetch these manifests with.
	 * They are not treated as secrets: redaction leaves them.
	 * @deprecated Use KubeExternalManifestConfig.headers.
	 */
	readonly extraManifestHeaders?: Readonly<Record<string, string>>;
	/**
	 * Kubernetes manifests to apply to the cluster.
	 * @deprecated Use KubeInlineManifestConfig.
	 */
	readonly inlineManifests?: readonly ClusterInlineManifest[];
	/** How kubeconfig files for administrators are made. */
	readonly adminKubeconfig?: ClusterAdminKubeconfig;
	/**
	 * Lets workloads run on control plane machines; an older name of the next field.
	 * @default false
	 * @deprecated Use KubeNodeConfig.taints.
	 */
	readonly allowSchedulingOnMasters?: boolean;
	/**
	 * Lets workloads run on control plane machines.
	 * Otherwise they get a taint that keeps workloads away.
	 * @default false
	 * @deprecated Use KubeNodeConfig.taints.
	 */
	readonly allowSchedulingOnControlPlanes?: boolean;
}

/** Address of the Kubernetes API. */
export interface ClusterControlPlane {
	/**
	 * URL that everybody reaches the Kubernetes API at.
	 * A name or address that survives the loss of a machine: a load balancer, a virtual IP, a DNS name with several
	 * addresses.
	 * @deprecated Use KubeClusterConfig.endpoint.
	 */
	readonly endpoint?: URLText;
	/**
	 * Port of the API server, on every address of the machine.
	 * @default 6443
	 * @deprecated Use KubeAPIServerConfig.apiPort.
	 */
	readonly localAPIServerPort?: Integer;
}

/** Settings of etcd; on control plane machines only. */
export interface ClusterEtcd {
	/** Reference of the etcd image; absent, the one that belongs to this version. */
	readonly image?: string;
	/** Certificate authority that etcd members recognize each other by; with its key. */
	readonly ca?: PEMCertificateAndKey;
	/**
	 * Further command line arguments by name, without the dashes.
	 * Names, addresses, paths and certificates are decided by the system and cannot be set here. On slow disks or long
	 * distances raise `heartbeat-interval` and `election-timeout`, on all members alike.
	 */
	readonly extraArgs?: Readonly<Record<string, ArgValue>>;
	/**
	 * Network that etcd's address is taken from, from before there were several.
	 * Refused together with `advertisedSubnets`.
	 * @deprecated
	 */
	readonly subnet?: string;
	/**
	 * Networks that the address which other members connect to may be from.
	 * `!` in front excludes a network; put these last. Absent, the machine's first routable address. Set it on machines
	 * with several addresses, before the first boot: changing it later changes the member's address.
	 */
	readonly advertisedSubnets?: readonly string[];
	/**
	 * Networks whose addresses etcd listens on.
	 * `!` in front excludes a network; put these last. Absent, those of `advertisedSubnets`; without either, all
	 * addresses.
	 */
	readonly listenSubnets?: readonly string[];
}

/** Settings of CoreDNS. */
export interface ClusterCoreDNS {
	/**
	 * Does not deploy CoreDNS.
	 * @default false
	 * @deprecated Use KubeCoreDNSConfig.enabled.
	 */
	readonly disabled?: boolean;
	/**
	 * Reference of the CoreDNS image; absent, the one that belongs to this version.
	 * @deprecated Use KubeCoreDNSConfig.image.
	 */
	readonly image?: string;
}

/** Preparation of nodes for a cloud controller manager. */
export interface ClusterExternalCloudProvider {
	/**
	 * Starts the kubelet and the controller manager so that they wait for a cloud controller manager.
	 * New nodes then stay tainted until it has seen them.
	 * @default false
	 */
	readonly enabled?: boolean;
	/** URLs of the manifests that deploy the cloud controller manager. */
	readonly manifests?: readonly string[];
}

/** A Kubernetes manifest to apply to the cluster. */
export interface ClusterInlineManifest {
	/**
	 * Tells the manifests apart.
	 * @deprecated Use KubeInlineManifestConfig.name.
	 */
	readonly name?: string;
	/**
	 * The manifests as YAML text, several of them separated by `---`.
	 * @deprecated Use KubeInlineManifestConfig.manifest.
	 */
	readonly contents?: string;
}

/** How kubeconfig files for administrators are made. */
export interface ClusterAdminKubeconfig {
	/**
	 * How long the certificate in the file is valid.
	 * There is no way to revoke it before its time.
	 * @default 8760h
	 */
	readonly certLifetime?: Duration;
}

export const clusterControlPlaneSchema: StructSchema = {
	name: 'v1alpha1.ControlPlaneConfig',
	fields: [
		{ name: 'endpoint', type: scalar.endpoint, nullable: true },
		{ name: 'localAPIServerPort', type: scalar.int, omitEmpty: true, deprecated: true, hidden: true },
	],
};

export const clusterEtcdSchema: StructSchema = {
	name: 'v1alpha1.EtcdConfig',
	fields: [
		{ name: 'image', type: scalar.string, omitEmpty: true },
		{ name: 'ca', type: { of: 'struct', struct: pemCertificateAndKeySchema }, nullable: true },
		{ name: 'extraArgs', type: { of: 'map', value: scalar.argValue, name: 'meta.Args' }, omitEmpty: true },
		{ name: 'subnet', type: scalar.string, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'advertisedSubnets', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'listenSubnets', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const clusterCoreDNSSchema: StructSchema = {
	name: 'v1alpha1.CoreDNS',
	fields: [
		{ name: 'disabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'image', type: scalar.string, omitEmpty: true },
	],
};

export const clusterExternalCloudProviderSchema: StructSchema = {
	name: 'v1alpha1.ExternalCloudProviderConfig',
	fields: [
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'manifests', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};

export const clusterInlineManifestSchema: StructSchema = {
	name: 'v1alpha1.ClusterInlineManifest',
	fields: [
		{ name: 'name', type: scalar.string },
		{ name: 'contents', type: scalar.string },
	],
};

export const clusterAdminKubeconfigSchema: StructSchema = {
	name: 'v1alpha1.AdminKubeconfigConfig',
	fields: [
		{ name: 'certLifetime', type: scalar.duration, omitEmpty: true },
	],
};

export const clusterSectionSchema: StructSchema = {
	name: 'v1alpha1.ClusterConfig',
	fields: [
		{ name: 'id', type: scalar.string, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'secret', type: scalar.string, omitEmpty: true, deprecated: true, hidden: true, secret: true },
		{ name: 'controlPlane', type: { of: 'struct', struct: clusterControlPlaneSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'clusterName', type: scalar.string, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'network', type: { of: 'struct', struct: clusterNetworkSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'token', type: scalar.string, omitEmpty: true, secret: true },
		{ name: 'aescbcEncryptionSecret', type: scalar.string, omitEmpty: true, deprecated: true, hidden: true, secret: true },
		{ name: 'secretboxEncryptionSecret', type: scalar.string, omitEmpty: true, deprecated: true, hidden: true, secret: true },
		{ name: 'ca', type: { of: 'struct', struct: pemCertificateAndKeySchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'acceptedCAs', type: { of: 'list', item: { of: 'struct', struct: pemCertificateSchema }, nullable: true }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'aggregatorCA', type: { of: 'struct', struct: pemCertificateAndKeySchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'serviceAccount', type: { of: 'struct', struct: pemKeySchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'apiServer', type: { of: 'struct', struct: clusterAPIServerSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'controllerManager', type: { of: 'struct', struct: clusterControllerManagerSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'proxy', type: { of: 'struct', struct: clusterProxySchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'scheduler', type: { of: 'struct', struct: clusterSchedulerSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'discovery', type: { of: 'struct', struct: clusterDiscoverySchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'etcd', type: { of: 'struct', struct: clusterEtcdSchema }, nullable: true, omitEmpty: true },
		{ name: 'coreDNS', type: { of: 'struct', struct: clusterCoreDNSSchema }, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'externalCloudProvider', type: { of: 'struct', struct: clusterExternalCloudProviderSchema }, nullable: true, omitEmpty: true },
		{ name: 'extraManifests', type: { of: 'list', item: scalar.string }, omitEmpty: true, deprecated: true, hidden: true, omitOnlyIfNil: true },
		{ name: 'extraManifestHeaders', type: { of: 'map', value: scalar.string }, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'inlineManifests', type: { of: 'list', item: { of: 'struct', struct: clusterInlineManifestSchema }, name: 'v1alpha1.ClusterInlineManifests' }, omitEmpty: true, deprecated: true, hidden: true, omitOnlyIfNil: true },
		{ name: 'adminKubeconfig', type: { of: 'struct', struct: clusterAdminKubeconfigSchema }, nullable: true, omitEmpty: true },
		{ name: 'allowSchedulingOnMasters', type: scalar.bool, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
		{ name: 'allowSchedulingOnControlPlanes', type: scalar.bool, nullable: true, omitEmpty: true, deprecated: true, hidden: true },
	],
};
