/** Whether a node has resources of this type only because it runs Kubernetes. */
export function needsKubernetes(type: string): boolean {
	return /\.(?:kubernetes|k8s)\.talos\.dev$/.test(type) || elsewhere.has(type);
}

/** Kubernetes' own types in other domains. */
const elsewhere: ReadonlySet<string> = new Set([
	'KubeletSecrets.secrets.talos.dev',
	'KubernetesAccessConfigs.cluster.talos.dev',
	'KubernetesDynamicCerts.secrets.talos.dev',
	'KubernetesRootSecrets.secrets.talos.dev',
	'KubernetesSecrets.secrets.talos.dev',
]);
