/** Where resources are, and what for. */
export const namespaces: Readonly<Record<string, string>> = {
	cluster: 'What the machine knows of its cluster.',
	'cluster-raw': 'The same, source by source.',
	config: 'What the user wants.',
	controlplane: 'Resources of the Kubernetes control plane.',
	cri: 'Resources of the container runtime.',
	etcd: 'Resources of etcd.',
	files: 'Files of the operating system.',
	hardware: 'Hardware resources.',
	k8s: 'Kubernetes on this machine.',
	kubespan: 'The machines of the cluster, reached through WireGuard.',
	network: 'Networking resources.',
	'network-config': 'Networking configuration, in layers.',
	perf: 'What processors and memory are used for.',
	runtime: 'Runtime of the machine.',
	secrets: 'Resources with secret material.',
	security: 'Whom images are trusted from.',
};
