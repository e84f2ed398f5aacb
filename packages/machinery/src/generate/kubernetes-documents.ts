import type { ConfigDocument } from '../config/document.ts';
import * as defaults from '../versions/defaults.ts';
import { freeForm, mapOf } from './free-form.ts';
import { apiServerNames, type Generation } from './generation.ts';
import { auditPolicy, authentication, podSecurityAdmission } from './kubernetes-policies.ts';
import { newDocument } from './new-document.ts';
import { pemText, requireSecret } from './secret-values.ts';

/** The documents about Kubernetes that every machine has, in upstream's order. */
export function kubernetesDocuments(generation: Generation): readonly ConfigDocument[] {
	const { input, endpoint, kubernetesImage, dnsDomain, podSubnet, serviceSubnet } = generation;
	const port = input.kubePrismPort ?? defaults.kubePrismPort;
	return [
		newDocument('KubeClusterConfig', { clusterName: input.clusterName, endpoint }),
		nodeDocument(generation),
		newDocument('KubeletConfig', { image: kubernetesImage(defaults.kubeletImage), defaultRuntimeSeccompProfileEnabled: true }),
		newDocument('KubeNetworkConfig', { dnsDomain, podSubnets: [podSubnet], serviceSubnets: [serviceSubnet] }),
		authorityDocument(generation),
		...(port > 0 ? [newDocument('KubePrismConfig', { port })] : []),
	];
}

/** Those that only a control plane has, in upstream's order. */
export function controlPlaneDocuments(generation: Generation): readonly ConfigDocument[] {
	const { input, kubernetesImage, customCNIUrl: url } = generation;
	const { certs = {} } = input.secrets;
	return [
		newDocument('KubeAggregatorCAConfig', { issuingCA: pemText(requireSecret(certs.k8sAggregator, 'certs.k8saggregator')) }),
		newDocument('KubeAdmissionControlConfig', { name: 'PodSecurity', configuration: podSecurityAdmission }),
		newDocument('KubeAuditPolicyConfig', { configuration: auditPolicy }),
		newDocument('KubeAuthenticationConfig', { configuration: authentication }),
		newDocument('KubeAuthorizerConfig', { name: 'node', type: 'Node' }),
		newDocument('KubeAuthorizerConfig', { name: 'rbac', type: 'RBAC' }),
		etcdEncryptionDocument(generation),
		newDocument('KubeServiceAccountConfig', {
			issuer: {
				privateKey: requireSecret(certs.k8sServiceAccount, 'certs.k8sserviceaccount').key,
				issuerURL: generation.endpoint,
			},
		}),
		newDocument('KubeAPIServerConfig', {
			image: kubernetesImage(defaults.kubeAPIServerImage),
			...(input.localAPIServerPort && { apiPort: input.localAPIServerPort }),
			certExtraSANs: apiServerNames(generation),
		}),
		newDocument('KubeControllerManagerConfig', { image: kubernetesImage(defaults.kubeControllerManagerImage) }),
		newDocument('KubeSchedulerConfig', { image: kubernetesImage(defaults.kubeSchedulerImage) }),
		newDocument('KubeProxyConfig', { image: kubernetesImage(defaults.kubeProxyImage) }),
		...(url === undefined
			? [newDocument('KubeFlannelCNIConfig', { backendType: defaults.flannelBackend.type, backendPort: defaults.flannelBackend.port })]
			: []),
		newDocument('KubeCoreDNSConfig', { enabled: true }),
		...(url === undefined ? [] : [newDocument('KubeExternalManifestConfig', { name: 'custom-cni', url })]),
	];
}

/** Labels and taints that the root document left to the node are explicit here. */
function nodeDocument({ controlPlane, has, input }: Generation): ConfigDocument {
	if (!controlPlane) return newDocument('KubeNodeConfig', {});
	const labels = [
		defaults.controlPlaneLabel,
		...(has('addExcludeFromExternalLoadBalancer') ? [defaults.excludeFromLoadBalancersLabel] : []),
	];
	return newDocument('KubeNodeConfig', {
		labels: mapOf(labels.map((label) => [label, ''])),
		...(!input.allowSchedulingOnControlPlanes && { taints: mapOf([[defaults.controlPlaneLabel, 'NoSchedule']]) }),
	});
}

function authorityDocument({ controlPlane, input }: Generation): ConfigDocument {
	const authority = requireSecret(input.secrets.certs?.k8s, 'certs.k8s');
	return newDocument('KubeAPIServerCAConfig', controlPlane ? { issuingCA: pemText(authority) } : { acceptedCAs: [authority.crt] });
}

/**
 * The names of the keys and their order are those that earlier versions rendered from the root document: a cluster that
 * comes from one must find its secrets readable. Upstream writes an AES-CBC secret as a secretbox key too, although the
 * earlier rendering was `aescbc`.
 */
function etcdEncryptionDocument({ input }: Generation): ConfigDocument {
	const { secretboxEncryptionSecret, aescbcEncryptionSecret } = requireSecret(input.secrets.secrets, 'secrets');
	const keys = [
		{ name: 'key2', secret: secretboxEncryptionSecret },
		{ name: 'key1', secret: aescbcEncryptionSecret },
	];
	const providers = keys.flatMap(({ name, secret }) => (secret ? [{ secretbox: { keys: [{ name, secret }] } }] : []));
	return newDocument('KubeEtcdEncryptionConfig', { config: freeForm({ resources: [{ providers, resources: ['secrets'] }] }) });
}
