import type { BootstrapManifestsConfigSpec } from '@ichor/machinery/resources';
import type { JsonObject } from '../json.ts';
import { memoryVariables, requirementsOf } from '../pods/pod-resources.ts';

const labels = { 'k8s-app': 'flannel' };
const nodeLabels = { ...labels, tier: 'node' };

/** flannel on every node: a VXLAN between the machines, or what the user wants there, and a bridge in each. */
export function flannel(config: BootstrapManifestsConfigSpec): JsonObject[] {
	return [
		{
			apiVersion: 'rbac.authorization.k8s.io/v1',
			kind: 'ClusterRole',
			metadata: { name: 'flannel', labels },
			rules: [
				{ apiGroups: [''], resources: ['pods', 'nodes', 'namespaces'], verbs: ['get', 'list', 'watch'] },
				{ apiGroups: [''], resources: ['nodes/status'], verbs: ['patch'] },
				...(config.flannelKubeNetworkPoliciesEnabled ? policyRules : []),
			],
		},
		{
			apiVersion: 'rbac.authorization.k8s.io/v1',
			kind: 'ClusterRoleBinding',
			metadata: { name: 'flannel', labels },
			roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'flannel' },
			subjects: [{ kind: 'ServiceAccount', name: 'flannel', namespace: 'kube-system' }],
		},
		{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'flannel', namespace: 'kube-system', labels } },
		{
			apiVersion: 'v1',
			kind: 'ConfigMap',
			metadata: { name: 'kube-flannel-cfg', namespace: 'kube-system', labels: nodeLabels },
			data: {
				'cni-conf.json': JSON.stringify(pluginConfiguration, undefined, 2),
				'net-conf.json': JSON.stringify(networkConfiguration(config), undefined, 2),
			},
		},
		{
			apiVersion: 'apps/v1',
			kind: 'DaemonSet',
			metadata: { name: 'kube-flannel', namespace: 'kube-system', labels: nodeLabels },
			spec: {
				selector: { matchLabels: nodeLabels },
				template: { metadata: { labels: nodeLabels }, spec: podSpec(config) },
			},
		},
	];
}

const policyRules: JsonObject[] = [
	{ apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: ['list', 'watch'] },
	{
		apiGroups: ['policy.networking.k8s.io'],
		resources: ['adminnetworkpolicies', 'baselineadminnetworkpolicies'],
		verbs: ['list', 'watch'],
	},
];

/** In the newest version of the format that the plugin of our root file system knows (upstream writes 1.0.0). */
const pluginConfiguration: JsonObject = {
	name: 'cbr0',
	cniVersion: '0.4.0',
	plugins: [
		{ type: 'flannel', delegate: { hairpinMode: true, isDefaultGateway: true } },
		{ type: 'portmap', capabilities: { portMappings: true } },
	],
};

function networkConfiguration(config: BootstrapManifestsConfigSpec): JsonObject {
	const ipv4 = config.podCIDRs.find((subnet) => !subnet.includes(':'));
	const ipv6 = config.podCIDRs.find((subnet) => subnet.includes(':'));
	return {
		...(ipv4 === undefined ? { EnableIPv4: false } : { Network: ipv4 }),
		...(ipv6 === undefined ? {} : { IPv6Network: ipv6, EnableIPv6: true }),
		Backend: backendOf(config),
	};
}

function backendOf(config: BootstrapManifestsConfigSpec): JsonObject {
	const { flannelBackendType: type, flannelBackendPort: port, flannelBackendMTU: mtu } = config;
	if (type === undefined) return { Type: 'vxlan', Port: vxlanPort };
	return {
		Type: type,
		...(port === undefined ? {} : { Port: port }),
		...(mtu === undefined ? {} : { MTU: mtu }),
		...config.flannelBackendExtraConfig,
	};
}

/** RFC 7348; flannel of itself would take that of the kernel, which is older. */
const vxlanPort = 4789;

function podSpec(config: BootstrapManifestsConfigSpec): JsonObject {
	const { flannelImage, flannelKubeNetworkPoliciesEnabled: policies } = config;
	return {
		affinity: {
			nodeAffinity: {
				requiredDuringSchedulingIgnoredDuringExecution: {
					nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/os', operator: 'In', values: ['linux'] }] }],
				},
			},
		},
		initContainers: [
			{
				name: 'install-config',
				image: flannelImage,
				command: ['cp'],
				args: ['-f', '/etc/kube-flannel/cni-conf.json', '/etc/cni/net.d/10-flannel.conflist'],
				volumeMounts: [
					{ name: 'cni', mountPath: '/etc/cni/net.d' },
					{ name: 'flannel-cfg', mountPath: '/etc/kube-flannel/' },
				],
			},
		],
		containers: [daemon(config), ...(policies ? [policyDaemon(config)] : [])],
		hostNetwork: true,
		priorityClassName: 'system-node-critical',
		serviceAccountName: 'flannel',
		tolerations: [
			{ effect: 'NoSchedule', operator: 'Exists' },
			{ effect: 'NoExecute', operator: 'Exists' },
		],
		volumes: [
			{ name: 'run', hostPath: { path: '/run/flannel' } },
			{ name: 'cni', hostPath: { path: '/etc/cni/net.d' } },
			{ name: 'flannel-cfg', configMap: { name: 'kube-flannel-cfg' } },
			...(policies ? [{ name: 'lib-modules', hostPath: { path: '/usr/lib/modules' } }] : []),
		],
	};
}

function daemon({
	flannelImage,
	flannelExtraArgs,
	flannelResources: resources = none,
	...config
}: BootstrapManifestsConfigSpec): JsonObject {
	const variable = (name: string, fieldPath: string) => ({ name, valueFrom: { fieldRef: { fieldPath } } });
	const server = [
		{ name: 'KUBERNETES_SERVICE_HOST', value: config.flannelKubeServiceHost },
		{ name: 'KUBERNETES_SERVICE_PORT', value: config.flannelKubeServicePort },
	];
	return {
		name: 'kube-flannel',
		image: flannelImage,
		command: ['/opt/bin/flanneld'],
		args: ['--ip-masq', '--kube-subnet-mgr', ...flannelExtraArgs],
		env: [
			variable('POD_NAME', 'metadata.name'),
			variable('POD_NAMESPACE', 'metadata.namespace'),
			{ name: 'EVENT_QUEUE_DEPTH', value: '5000' },
			{ name: 'CONT_WHEN_CACHE_NOT_READY', value: 'false' },
			// without KubePrism, those of the service are there by themselves
			...server.filter(({ value }) => value !== ''),
			...memoryVariables(resources),
		],
		resources: requirementsOf(resources, { cpu: '100m', memory: '50Mi' }),
		securityContext: { capabilities: { add: ['NET_ADMIN', 'NET_RAW'] }, privileged: false },
		volumeMounts: [
			{ name: 'run', mountPath: '/run/flannel' },
			{ name: 'flannel-cfg', mountPath: '/etc/kube-flannel/' },
		],
	};
}

const none = { requests: {}, limits: {} };

function policyDaemon({ flannelKubeNetworkPoliciesImage }: BootstrapManifestsConfigSpec): JsonObject {
	return {
		name: 'kube-network-policies',
		image: flannelKubeNetworkPoliciesImage,
		command: ['/bin/netpol', '--hostname-override=$(MY_NODE_NAME)', '--v=2'],
		env: [{ name: 'MY_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } }],
		resources: { requests: { cpu: '100m', memory: '50Mi' } },
		securityContext: { capabilities: { add: ['NET_ADMIN'] }, privileged: true },
		volumeMounts: [{ name: 'lib-modules', mountPath: '/lib/modules', readOnly: true }],
	};
}
