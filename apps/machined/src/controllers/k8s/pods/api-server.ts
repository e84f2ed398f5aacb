import { type APIServerConfigSpec, apiServerConfigId } from '@ichor/machinery/resources';
import { paths } from '../../../paths.ts';
import { type ArgumentMap, argumentList, type MergePolicy, mergeArguments } from '../arguments.ts';
import type { JsonObject } from '../json.ts';
import { componentPod, localProbe } from './component-pod.ts';
import { apiServerUser } from './users.ts';

const secrets = `${paths.kubernetesSecrets}/${apiServerConfigId}`;
const configs = `${paths.kubernetesConfigs}/${apiServerConfigId}`;

/** The pod of the API server. Throws Error for an argument that is not the user's to say. */
export function apiServerPod(spec: APIServerConfigSpec, annotations: Readonly<Record<string, string>>): JsonObject {
	return componentPod({
		name: apiServerConfigId,
		image: spec.image,
		command: ['/usr/local/bin/kube-apiserver', ...argumentList(argumentsOf(spec))],
		environment: spec.environmentVariables,
		user: apiServerUser,
		// its program has the capability as a file, and cannot be started without it
		capabilities: ['NET_BIND_SERVICE'],
		folders: [
			{ name: 'secrets', hostPath: secrets, mountPath: secrets, readonly: true },
			{ name: 'config', hostPath: configs, mountPath: configs, readonly: true },
			{ name: 'audit', hostPath: paths.auditLogs, mountPath: paths.auditLogs, readonly: false },
			...spec.extraVolumes,
		],
		resources: spec.resources,
		requests: { cpu: '200m', memory: '512Mi' },
		probes: spec.startupProbesEnabled === true ? probes(spec.localPort) : {},
		annotations,
	});
}

function argumentsOf(spec: APIServerConfigSpec): ArgumentMap {
	const structured = spec.useAuthenticationConfig === true;
	const ours: ArgumentMap = {
		...fixed,
		...(spec.advertisedAddress === '' ? {} : { 'advertise-address': [spec.advertisedAddress] }),
		'api-audiences': [spec.controlPlaneEndpoint],
		'etcd-servers': [spec.etcdServers.join(',')],
		'secure-port': [String(spec.localPort)],
		'service-account-issuer': [spec.controlPlaneEndpoint],
		'service-cluster-ip-range': [spec.serviceCIDR.join(',')],
		...authorization(spec.extraArgs),
		...(structured ? { 'authentication-config': [`${configs}/authentication-config.yaml`] } : { 'anonymous-auth': ['false'] }),
	};
	return mergeArguments(ours, spec.extraArgs, structured ? { ...policies, 'authentication-config': 'denied' } : policies);
}

/** Time to start, and when it serves and when it is given up; figures of kubeadm, which upstream takes too. */
function probes(port: number) {
	return {
		startupProbe: localProbe(port, '/livez', { initialDelaySeconds: 10, periodSeconds: 10, timeoutSeconds: 15, failureThreshold: 24 }),
		readinessProbe: localProbe(port, '/readyz', { periodSeconds: 1, timeoutSeconds: 15, failureThreshold: 3 }),
		livenessProbe: localProbe(port, '/livez', { initialDelaySeconds: 10, periodSeconds: 10, timeoutSeconds: 15, failureThreshold: 8 }),
	};
}

/** Who configures authorization by arguments does without the file: the two exclude each other. */
function authorization(users: ArgumentMap): ArgumentMap {
	const byArguments = Object.keys(users).some((name) => name === 'authorization-mode' || name.startsWith('authorization-webhook-'));
	return byArguments ? { 'authorization-mode': ['Node,RBAC'] } : { 'authorization-config': [`${configs}/authorization-config.yaml`] };
}

const fixed: ArgumentMap = {
	'admission-control-config-file': [`${configs}/admission-control-config.yaml`],
	'allow-privileged': ['true'],
	'bind-address': ['0.0.0.0'],
	'client-ca-file': [`${secrets}/ca.crt`],
	'enable-admission-plugins': ['NodeRestriction'],
	'requestheader-client-ca-file': [`${secrets}/aggregator-ca.crt`],
	'requestheader-allowed-names': ['front-proxy-client'],
	'requestheader-extra-headers-prefix': ['X-Remote-Extra-'],
	'requestheader-group-headers': ['X-Remote-Group'],
	'requestheader-username-headers': ['X-Remote-User'],
	'proxy-client-cert-file': [`${secrets}/front-proxy-client.crt`],
	'proxy-client-key-file': [`${secrets}/front-proxy-client.key`],
	'enable-bootstrap-token-auth': ['true'],
	// clients outside of the cluster may be older than 1.3
	'tls-min-version': ['VersionTLS12'],
	'tls-cipher-suites': [
		[
			'TLS_AES_128_GCM_SHA256',
			'TLS_AES_256_GCM_SHA384',
			'TLS_CHACHA20_POLY1305_SHA256',
			'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
			'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
			'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305',
			'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
			'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
			'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
			'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305',
			'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
		].join(','),
	],
	'encryption-provider-config': [`${secrets}/encryptionconfig.yaml`],
	'audit-policy-file': [`${configs}/auditpolicy.yaml`],
	'audit-log-path': [`${paths.auditLogs}/kube-apiserver.log`],
	'audit-log-maxage': ['30'],
	'audit-log-maxbackup': ['10'],
	'audit-log-maxsize': ['100'],
	profiling: ['false'],
	// told to end it serves on while others are told not to come any more, then ends; upstream's refuses at once, and lingers until it is killed
	'shutdown-delay-duration': ['5s'],
	'shutdown-send-retry-after': ['true'],
	'etcd-cafile': [`${secrets}/etcd-client-ca.crt`],
	'etcd-certfile': [`${secrets}/etcd-client.crt`],
	'etcd-keyfile': [`${secrets}/etcd-client.key`],
	'kubelet-client-certificate': [`${secrets}/apiserver-kubelet-client.crt`],
	'kubelet-client-key': [`${secrets}/apiserver-kubelet-client.key`],
	'service-account-key-file': [`${secrets}/service-account.pub`],
	'service-account-signing-key-file': [`${secrets}/service-account.key`],
	'tls-cert-file': [`${secrets}/apiserver.crt`],
	'tls-private-key-file': [`${secrets}/apiserver.key`],
	'kubelet-preferred-address-types': ['InternalIP,ExternalIP,Hostname'],
};

/** Files are the machine's; lists are added to (upstream: control_plane_static_pod.go). */
const policies: Readonly<Record<string, MergePolicy>> = {
	'enable-admission-plugins': 'additive',
	'feature-gates': 'additive',
	'authorization-mode': 'additive',
	'tls-cipher-suites': 'additive',
	'etcd-servers': 'denied',
	'client-ca-file': 'denied',
	'requestheader-client-ca-file': 'denied',
	'proxy-client-cert-file': 'denied',
	'proxy-client-key-file': 'denied',
	'encryption-provider-config': 'denied',
	'etcd-cafile': 'denied',
	'etcd-certfile': 'denied',
	'etcd-keyfile': 'denied',
	'kubelet-client-certificate': 'denied',
	'kubelet-client-key': 'denied',
	'service-account-key-file': 'denied',
	'service-account-signing-key-file': 'denied',
	'tls-cert-file': 'denied',
	'tls-private-key-file': 'denied',
	'authorization-config': 'denied',
};
