import type { BootstrapManifestsConfigSpec } from '@ichor/machinery/resources';
import type { JsonObject } from '../json.ts';

type Settings = Pick<BootstrapManifestsConfigSpec, 'coreDNSImage' | 'clusterDomain' | 'dnsServiceIP' | 'dnsServiceIPv6'>;

/** CoreDNS: two pods, on two nodes where there are two. */
export function coreDNS({ coreDNSImage, clusterDomain }: Settings): JsonObject[] {
	const bootstrapping = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };
	const labels = { 'k8s-app': 'kube-dns' };
	return [
		{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'coredns', namespace: 'kube-system' } },
		{
			apiVersion: 'rbac.authorization.k8s.io/v1',
			kind: 'ClusterRole',
			metadata: { name: 'system:coredns', labels: bootstrapping },
			rules: [
				{ apiGroups: [''], resources: ['endpoints', 'services', 'pods', 'namespaces'], verbs: ['list', 'watch'] },
				{ apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch'] },
			],
		},
		{
			apiVersion: 'rbac.authorization.k8s.io/v1',
			kind: 'ClusterRoleBinding',
			metadata: {
				name: 'system:coredns',
				labels: bootstrapping,
				annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' },
			},
			roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'system:coredns' },
			subjects: [{ kind: 'ServiceAccount', name: 'coredns', namespace: 'kube-system' }],
		},
		{
			apiVersion: 'v1',
			kind: 'ConfigMap',
			metadata: { name: 'coredns', namespace: 'kube-system' },
			data: { Corefile: corefile(clusterDomain) },
		},
		{
			apiVersion: 'apps/v1',
			kind: 'Deployment',
			metadata: { name: 'coredns', namespace: 'kube-system', labels: { ...labels, 'kubernetes.io/name': 'CoreDNS' } },
			spec: {
				replicas: 2,
				strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
				selector: { matchLabels: labels },
				template: { metadata: { labels }, spec: podSpec(coreDNSImage, labels) },
			},
		},
	];
}

/** The service by which pods find DNS, at the address that their resolv.conf has. */
export function coreDNSService({ dnsServiceIP, dnsServiceIPv6 }: Settings): JsonObject {
	const addresses = [dnsServiceIP, dnsServiceIPv6].filter((address) => address !== '');
	const port = (name: string, number: number, protocol: string) => ({ name, port: number, protocol, targetPort: number });
	return {
		apiVersion: 'v1',
		kind: 'Service',
		metadata: {
			name: 'kube-dns',
			namespace: 'kube-system',
			annotations: { 'prometheus.io/port': '9153', 'prometheus.io/scrape': 'true' },
			labels: { 'k8s-app': 'kube-dns', 'kubernetes.io/cluster-service': 'true', 'kubernetes.io/name': 'CoreDNS' },
		},
		spec: {
			clusterIP: addresses[0] ?? '',
			clusterIPs: addresses,
			ipFamilies: addresses.map((address) => (address.includes(':') ? 'IPv6' : 'IPv4')),
			ipFamilyPolicy: addresses.length > 1 ? 'RequireDualStack' : 'SingleStack',
			ports: [port('dns', 53, 'UDP'), port('dns-tcp', 53, 'TCP'), port('metrics', 9153, 'TCP')],
			selector: { 'k8s-app': 'kube-dns' },
		},
	};
}

/** Names of the cluster are not kept: pods that wait for a service to come should see it when it does. */
function corefile(domain: string): string {
	return `.:53 {
    errors
    health {
        lameduck 5s
    }
    ready
    log . {
        class error
    }
    prometheus :9153

    kubernetes ${domain} in-addr.arpa ip6.arpa {
        pods insecure
        fallthrough in-addr.arpa ip6.arpa
        ttl 30
    }
    forward . /etc/resolv.conf {
        max_concurrent 1000
    }
    cache 30 {
        disable success ${domain}
        disable denial ${domain}
    }
    loop
    reload
    loadbalance
}
`;
}

function podSpec(image: string, labels: JsonObject): JsonObject {
	return {
		affinity: {
			podAntiAffinity: {
				preferredDuringSchedulingIgnoredDuringExecution: [
					{ weight: 100, podAffinityTerm: { labelSelector: { matchLabels: labels }, topologyKey: 'kubernetes.io/hostname' } },
				],
			},
		},
		containers: [
			{
				name: 'coredns',
				image,
				imagePullPolicy: 'IfNotPresent',
				args: ['-conf', '/etc/coredns/Corefile'],
				env: [{ name: 'GOMEMLIMIT', value: '161MiB' }],
				resources: { limits: { memory: '170Mi' }, requests: { cpu: '100m', memory: '70Mi' } },
				ports: [
					{ name: 'dns', protocol: 'UDP', containerPort: 53 },
					{ name: 'dns-tcp', protocol: 'TCP', containerPort: 53 },
					{ name: 'metrics', protocol: 'TCP', containerPort: 9153 },
				],
				livenessProbe: {
					httpGet: { path: '/health', port: 8080, scheme: 'HTTP' },
					initialDelaySeconds: 60,
					timeoutSeconds: 5,
					successThreshold: 1,
					failureThreshold: 5,
				},
				readinessProbe: { httpGet: { path: '/ready', port: 8181, scheme: 'HTTP' } },
				securityContext: {
					allowPrivilegeEscalation: false,
					capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
					readOnlyRootFilesystem: true,
				},
				volumeMounts: [{ name: 'config-volume', mountPath: '/etc/coredns', readOnly: true }],
			},
		],
		dnsPolicy: 'Default',
		nodeSelector: { 'kubernetes.io/os': 'linux' },
		priorityClassName: 'system-cluster-critical',
		serviceAccountName: 'coredns',
		tolerations: [
			{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' },
			{ key: 'node.cloudprovider.kubernetes.io/uninitialized', operator: 'Exists', effect: 'NoSchedule' },
		],
		volumes: [{ name: 'config-volume', configMap: { name: 'coredns', items: [{ key: 'Corefile', path: 'Corefile' }] } }],
	};
}
