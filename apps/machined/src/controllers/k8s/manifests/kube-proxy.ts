import type { JsonObject } from '../json.ts';

/** kube-proxy on every node, in the machine's network. */
export function kubeProxy(image: string, args: readonly string[]): JsonObject[] {
	const labels = { 'k8s-app': 'kube-proxy', tier: 'node' };
	return [
		{
			apiVersion: 'apps/v1',
			kind: 'DaemonSet',
			metadata: { name: 'kube-proxy', namespace: 'kube-system', labels },
			spec: {
				selector: { matchLabels: labels },
				updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
				template: { metadata: { labels }, spec: podSpec(image, args) },
			},
		},
		{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'kube-proxy', namespace: 'kube-system' } },
		{
			apiVersion: 'rbac.authorization.k8s.io/v1',
			kind: 'ClusterRoleBinding',
			metadata: { name: 'kube-proxy' },
			roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'system:node-proxier' },
			subjects: [{ kind: 'ServiceAccount', name: 'kube-proxy', namespace: 'kube-system' }],
		},
	];
}

function podSpec(image: string, args: readonly string[]): JsonObject {
	const variable = (name: string, fieldPath: string) => ({ name, valueFrom: { fieldRef: { fieldPath } } });
	return {
		containers: [
			{
				name: 'kube-proxy',
				image,
				command: ['/usr/local/bin/kube-proxy', ...args],
				env: [variable('NODE_NAME', 'spec.nodeName'), variable('POD_IP', 'status.podIP')],
				securityContext: { privileged: true },
				volumeMounts: [
					{ name: 'lib-modules', mountPath: '/lib/modules', readOnly: true },
					{ name: 'ssl-certs-host', mountPath: '/etc/ssl/certs', readOnly: true },
					{ name: 'kubeconfig', mountPath: '/etc/kubernetes', readOnly: true },
				],
			},
		],
		hostNetwork: true,
		priorityClassName: 'system-cluster-critical',
		serviceAccountName: 'kube-proxy',
		tolerations: [
			{ effect: 'NoSchedule', operator: 'Exists' },
			{ effect: 'NoExecute', operator: 'Exists' },
		],
		volumes: [
			{ name: 'lib-modules', hostPath: { path: '/usr/lib/modules' } },
			{ name: 'ssl-certs-host', hostPath: { path: '/etc/ssl/certs' } },
			{ name: 'kubeconfig', configMap: { name: 'kubeconfig-in-cluster' } },
		],
	};
}
