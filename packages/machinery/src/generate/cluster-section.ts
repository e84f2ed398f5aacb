import type { ClusterEtcd, ClusterSection } from '../config/types/v1alpha1/cluster.gen.ts';
import type { ClusterAPIServer } from '../config/types/v1alpha1/cluster-components.gen.ts';
import type { ClusterDiscovery } from '../config/types/v1alpha1/cluster-discovery.gen.ts';
import type { ClusterNetwork } from '../config/types/v1alpha1/cluster-network.gen.ts';
import { toBase64 } from '../secrets/pem-base64.ts';
import * as defaults from '../versions/defaults.ts';
import { apiServerNames, type Generation } from './generation.ts';
import { auditPolicy, podSecurityAdmission } from './kubernetes-policies.ts';
import { certificateOnly, pemPair, requireSecret } from './secret-values.ts';

/** What the root document says about the cluster. */
export function clusterSection(generation: Generation): ClusterSection {
	const { has, controlPlane } = generation;
	return {
		...(!has('discoveryIdentityMultidocConfig') && identity(generation)),
		...(!has('multidocKubernetesConfigSupported') && (controlPlane ? controlPlaneKubernetes(generation) : workerKubernetes(generation))),
		...(!has('discoveryServiceMultidocConfig') && { discovery: discovery(generation) }),
		...token(generation),
		...etcd(generation),
	};
}

function identity({ input }: Generation): ClusterSection {
	const { id, secret } = requireSecret(input.secrets.cluster, 'cluster');
	return { id, secret };
}

/** A control plane without Kubernetes has no token; a worker's is written in any case, as upstream does. */
function token({ input, controlPlane }: Generation): ClusterSection {
	if (controlPlane && input.contract?.withoutKubernetes) return {};
	return { token: requireSecret(input.secrets.secrets, 'secrets').bootstrapToken };
}

function etcd({ input, controlPlane }: Generation): { readonly etcd?: ClusterEtcd } {
	if (!controlPlane || input.contract?.withoutEtcd) return {};
	return { etcd: { ca: pemPair(requireSecret(input.secrets.certs?.etcd, 'certs.etcd')) } };
}

function controlPlaneKubernetes(generation: Generation): ClusterSection {
	const { input, has, kubernetesImage } = generation;
	const { certs = {}, secrets } = input.secrets;
	const { secretboxEncryptionSecret = '', aescbcEncryptionSecret = '' } = requireSecret(secrets, 'secrets');
	const scheduling = has('kubernetesAllowSchedulingOnControlPlanes') ? 'allowSchedulingOnControlPlanes' : 'allowSchedulingOnMasters';
	return {
		clusterName: input.clusterName,
		controlPlane: { endpoint: generation.endpoint, localAPIServerPort: input.localAPIServerPort ?? 0 },
		network: network(generation),
		...(has('secretboxEncryptionSupported') ? { secretboxEncryptionSecret } : { aescbcEncryptionSecret }),
		ca: pemPair(requireSecret(certs.k8s, 'certs.k8s')),
		aggregatorCA: pemPair(requireSecret(certs.k8sAggregator, 'certs.k8saggregator')),
		serviceAccount: { key: toBase64(requireSecret(certs.k8sServiceAccount, 'certs.k8sserviceaccount').key) },
		apiServer: apiServer(generation),
		controllerManager: { image: kubernetesImage(defaults.kubeControllerManagerImage) },
		proxy: { image: kubernetesImage(defaults.kubeProxyImage) },
		scheduler: { image: kubernetesImage(defaults.kubeSchedulerImage) },
		...(input.allowSchedulingOnControlPlanes && { [scheduling]: true }),
		// Only the encoder with comments shows these: empty, with their examples.
		extraManifests: [],
		inlineManifests: [],
	};
}

function workerKubernetes(generation: Generation): ClusterSection {
	const { input, has } = generation;
	return {
		...(has('clusterNameForWorkers') && { clusterName: input.clusterName }),
		controlPlane: { endpoint: generation.endpoint },
		network: network(generation),
		ca: certificateOnly(requireSecret(input.secrets.certs?.k8s, 'certs.k8s')),
	};
}

function network({ dnsDomain, podSubnet, serviceSubnet, customCNIUrl }: Generation): ClusterNetwork {
	return {
		...(customCNIUrl !== undefined && { cni: { name: 'custom', urls: [customCNIUrl] } }),
		dnsDomain,
		podSubnets: [podSubnet],
		serviceSubnets: [serviceSubnet],
	};
}

function apiServer(generation: Generation): ClusterAPIServer {
	const { has, kubernetesImage } = generation;
	return {
		image: kubernetesImage(defaults.kubeAPIServerImage),
		certSANs: apiServerNames(generation),
		...(!has('hideDisablePSP') && { disablePodSecurityPolicy: true }),
		...(has('podSecurityAdmissionEnabled') && { admissionControl: [{ name: 'PodSecurity', configuration: podSecurityAdmission }] }),
		...(has('apiServerAuditPolicySupported') && { auditPolicy }),
	};
}

function discovery({ discovery: enabled, has }: Generation): ClusterDiscovery {
	return { enabled, ...(has('kubernetesDiscoveryBackendDisabled') && { registries: { kubernetes: { disabled: true } } }) };
}
