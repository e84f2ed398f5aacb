import { protectedKubeletFields } from '@ichor/machinery/config';
import type { KubeletConfigSpec } from '@ichor/machinery/resources';
import { defaults } from '@ichor/machinery/versions';
import { paths } from '../../paths.ts';
import { isEmpty, type JsonObject, jsonObject } from './json.ts';

/** What the kubelet must know of the machine that it runs on. */
export interface KubeletSurroundings {
	/** More memory is kept for the system there, and pods stay away until they are let. */
	readonly onControlPlane: boolean;
	/** The kernel's cgroups are those of version 1. */
	readonly cgroupV1: boolean;
	/** The kernel lets it have a lower OOM score than others: it has CAP_SYS_RESOURCE. */
	readonly mayBePreferred: boolean;
}

/**
 * The configuration file of the kubelet: what is the machine's to say, then the user's, then defaults.
 *
 * @throws Error for a field that is not the user's to say
 */
export function kubeletConfiguration(spec: KubeletConfigSpec, surroundings: KubeletSurroundings): JsonObject {
	const users = spec.extraConfig ?? {};
	const refused = protectedKubeletFields(users);
	if (refused.length > 0) throw new Error(refused.map((field) => `field "${field}" can't be overridden`).join(', '));
	return { ...defaultsOf(spec, surroundings), ...users, ...ours(spec, users, surroundings.onControlPlane) };
}

function defaultsOf({ clusterDomain, clusterDNS }: KubeletConfigSpec, surroundings: KubeletSurroundings): JsonObject {
	return {
		address: '0.0.0.0',
		oomScoreAdj: surroundings.mayBePreferred ? kubeletOomScore : 0,
		clusterDomain,
		clusterDNS: [...clusterDNS],
		serializeImagePulls: false,
		failSwapOn: false,
		// Kubernetes 1.35 and later do not start there unless they are told to
		...(surroundings.cgroupV1 ? { failCgroupV1: false } : {}),
		systemReserved: { cpu: '50m', pid: '100', 'ephemeral-storage': '256Mi', memory: surroundings.onControlPlane ? '512Mi' : '384Mi' },
		logging: { format: 'json' },
		shutdownGracePeriod: '30s',
		shutdownGracePeriodCriticalPods: '10s',
		streamingConnectionIdleTimeout: '5m0s',
		tlsMinVersion: 'VersionTLS13',
		// Kubernetes looks for static pods every 20 s: a boot would wait for that
		httpCheckFrequency: '1s',
	};
}

/** Upstream: KubeletOOMScoreAdj. */
const kubeletOomScore = -450;

function ours(spec: KubeletConfigSpec, users: JsonObject, onControlPlane: boolean): JsonObject {
	const features = jsonObject(users['featureGates']);
	const quota = spec.enableFSQuotaMonitoring ? { LocalStorageCapacityIsolationFSQuotaMonitoring: true } : {};
	const gates = { ...quota, ...features };
	const taints = taintsOf(spec, users, onControlPlane);
	const alone = spec.skipNodeRegistration;
	return {
		apiVersion: 'kubelet.config.k8s.io/v1beta1',
		kind: 'KubeletConfiguration',
		...(spec.disableManifestsDirectory ? {} : { staticPodPath: '/etc/kubernetes/manifests' }),
		staticPodURL: spec.staticPodListURL,
		port: 10250,
		authentication: {
			x509: { clientCAFile: `${paths.kubernetes}/pki/ca.crt` },
			webhook: { enabled: !alone },
			anonymous: { enabled: false },
		},
		authorization: { mode: alone ? 'AlwaysAllow' : 'Webhook' },
		cgroupRoot: '/',
		systemCgroups: '/system',
		kubeletCgroups: '/podruntime/kubelet',
		rotateCertificates: true,
		// a container cannot set what the kubelet would insist on
		protectKernelDefaults: false,
		containerRuntimeEndpoint: `unix://${paths.cri}`,
		...(spec.defaultRuntimeSeccompEnabled ? { seccompDefault: true } : {}),
		...(isEmpty(gates) ? {} : { featureGates: gates }),
		...(taints.length === 0 ? {} : { registerWithTaints: taints }),
		resolvConf: paths.podResolvConf,
	};
}

/** Registers with the taint, so that no pod is faster than the controller that would set it. */
function taintsOf(spec: KubeletConfigSpec, users: JsonObject, onControlPlane: boolean): JsonObject[] {
	const given = Array.isArray(users['registerWithTaints']) ? users['registerWithTaints'].map(jsonObject) : [];
	const settled = given.some(({ key }) => key === defaults.controlPlaneLabel) || spec.extraArgs?.['register-with-taints'] !== undefined;
	if (spec.skipNodeRegistration || !onControlPlane || spec.allowSchedulingOnControlPlane || settled) return given;
	return [...given, { key: defaults.controlPlaneLabel, effect: 'NoSchedule' }];
}
