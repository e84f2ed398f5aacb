import { clusterImages } from '@ichor/machinery/versions';

/**
 * A network of the user's own, as a manifest: on each of these nodes a bridge with a part of the pods' network. Its plugins are those
 * that every node has, and its images those that every cluster has: flannel's, which can copy a file, and that of pods that only wait.
 */
export function ownNetwork(nodes: readonly string[]): string {
	const labels = { app: 'own-network' };
	const files = Object.fromEntries(nodes.map((node, index) => [`${node}.conflist`, JSON.stringify(networkOf(`10.244.${index}.0/24`))]));
	const objects = [
		{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own-network', namespace: 'kube-system' }, data: files },
		{
			apiVersion: 'apps/v1',
			kind: 'DaemonSet',
			metadata: { name: 'own-network', namespace: 'kube-system' },
			spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: installer } },
		},
	];
	return objects.map((object) => JSON.stringify(object)).join('\n---\n');
}

function networkOf(subnet: string) {
	const bridge = { type: 'bridge', bridge: 'own0', isDefaultGateway: true, ipMasq: true, hairpinMode: true };
	return {
		name: 'own',
		cniVersion: '1.0.0',
		plugins: [
			{ ...bridge, ipam: { type: 'host-local', subnet } },
			{ type: 'portmap', capabilities: { portMappings: true } },
		],
	};
}

const installer = {
	hostNetwork: true,
	tolerations: [{ operator: 'Exists' }],
	initContainers: [
		{
			name: 'install',
			image: clusterImages().flannel,
			command: ['cp', '-f', '/own/$(NODE).conflist', '/etc/cni/net.d/10-own.conflist'],
			env: [{ name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
			volumeMounts: [
				{ name: 'own', mountPath: '/own' },
				{ name: 'cni', mountPath: '/etc/cni/net.d' },
			],
		},
	],
	containers: [{ name: 'waits', image: clusterImages().pause }],
	volumes: [
		{ name: 'own', configMap: { name: 'own-network' } },
		{ name: 'cni', hostPath: { path: '/etc/cni/net.d' } },
	],
};
