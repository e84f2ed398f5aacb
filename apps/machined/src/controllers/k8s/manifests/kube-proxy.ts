import { basename, dirname } from 'node:path';
import type { BootstrapManifestsConfigSpec } from '@ichor/machinery/resources';
import { encodeFreeFormText } from '@ichor/machinery/struct-text';
import type { JsonObject } from '../json.ts';
import { memoryVariables, requirementsOf } from '../pods/pod-resources.ts';
import { proxyConfigPath } from '../proxy-settings.ts';

const labels = { 'k8s-app': 'kube-proxy', tier: 'node' };

/** kube-proxy on every node, in the machine's network; with the file that configures it, where there is one. */
export function kubeProxy(config: BootstrapManifestsConfigSpec): JsonObject[] {
	return [
		...configMap(config),
		{
			apiVersion: 'apps/v1',
			kind: 'DaemonSet',
			metadata: { name: 'kube-proxy', namespace: 'kube-system', labels },
			spec: {
				selector: { matchLabels: labels },
				updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
				template: { metadata: { labels }, spec: podSpec(config) },
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

/**
 * Named after what it says: another configuration is another object, so that every pod of a rollout has the one that it was made
 * with. What nothing refers to any more is removed by the next upgrade.
 */
function configMap({ proxyConfig, proxyConfigChecksum = '' }: BootstrapManifestsConfigSpec): JsonObject[] {
	if (proxyConfig === undefined) return [];
	const data = { [basename(proxyConfigPath)]: encodeFreeFormText(proxyConfig) };
	return [
		{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: configMapName(proxyConfigChecksum), namespace: 'kube-system', labels }, data },
	];
}

/** As long a part of the checksum as upstream takes. */
function configMapName(checksum: string): string {
	return `kube-proxy-config-${checksum.slice(0, 16)}`;
}

function podSpec({ proxyImage: image, proxyArgs: args, ...config }: BootstrapManifestsConfigSpec): JsonObject {
	const { proxyConfigChecksum: checksum, proxyResources: resources } = config;
	const variable = (name: string, fieldPath: string) => ({ name, valueFrom: { fieldRef: { fieldPath } } });
	return {
		containers: [
			{
				name: 'kube-proxy',
				image,
				command: ['/usr/local/bin/kube-proxy', ...args],
				env: [
					variable('NODE_NAME', 'spec.nodeName'),
					variable('POD_IP', 'status.podIP'),
					...(resources === undefined ? [] : memoryVariables(resources)),
				],
				...(resources === undefined ? {} : { resources: requirementsOf(resources, { cpu: '100m', memory: '50Mi' }) }),
				securityContext: { privileged: true },
				volumeMounts: [
					{ name: 'lib-modules', mountPath: '/lib/modules', readOnly: true },
					{ name: 'ssl-certs-host', mountPath: '/etc/ssl/certs', readOnly: true },
					{ name: 'kubeconfig', mountPath: '/etc/kubernetes', readOnly: true },
					...(checksum === undefined ? [] : [{ name: 'config', mountPath: dirname(proxyConfigPath), readOnly: true }]),
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
			...(checksum === undefined ? [] : [{ name: 'config', configMap: { name: configMapName(checksum) } }]),
		],
	};
}
