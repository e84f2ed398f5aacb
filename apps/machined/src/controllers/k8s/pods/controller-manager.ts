import { type ControllerManagerConfigSpec, controllerManagerConfigId } from '@ichor/machinery/resources';
import { paths } from '../../../paths.ts';
import { type ArgumentMap, argumentList, type MergePolicy, mergeArguments } from '../arguments.ts';
import type { JsonObject } from '../json.ts';
import { componentPod, localProbe } from './component-pod.ts';
import { controllerManagerUser } from './users.ts';

const secrets = `${paths.kubernetesSecrets}/${controllerManagerConfigId}`;

/** The pod of the controller manager. Throws Error for an argument that is not the user's to say. */
export function controllerManagerPod(spec: ControllerManagerConfigSpec, annotations: Readonly<Record<string, string>>): JsonObject {
	const ours = {
		...fixed,
		'cluster-cidr': [spec.podCIDRs.join(',')],
		'service-cluster-ip-range': [spec.serviceCIDRs.join(',')],
	};
	const args = argumentList(mergeArguments(ours, spec.extraArgs, policies));
	return componentPod({
		name: controllerManagerConfigId,
		image: spec.image,
		command: ['/usr/local/bin/kube-controller-manager', '--use-service-account-credentials', ...args],
		environment: spec.environmentVariables,
		user: controllerManagerUser,
		capabilities: [],
		folders: [{ name: 'secrets', hostPath: secrets, mountPath: secrets, readonly: true }, ...spec.extraVolumes],
		resources: spec.resources,
		requests: { cpu: '50m', memory: '256Mi' },
		probes: {
			startupProbe: localProbe(port, '/healthz', { periodSeconds: 5, failureThreshold: 12 }),
			livenessProbe: localProbe(port, '/healthz', { timeoutSeconds: 15 }),
		},
		annotations,
	});
}

const port = 10257;

const fixed: ArgumentMap = {
	'allocate-node-cidrs': ['true'],
	'bind-address': ['127.0.0.1'],
	'cluster-signing-cert-file': [`${secrets}/ca.crt`],
	'cluster-signing-key-file': [`${secrets}/ca.key`],
	controllers: ['*,tokencleaner'],
	'configure-cloud-routes': ['false'],
	kubeconfig: [`${secrets}/kubeconfig`],
	'authentication-kubeconfig': [`${secrets}/kubeconfig`],
	'authorization-kubeconfig': [`${secrets}/kubeconfig`],
	'leader-elect': ['true'],
	'root-ca-file': [`${secrets}/ca.crt`],
	'service-account-private-key-file': [`${secrets}/service-account.key`],
	profiling: ['false'],
	'tls-min-version': ['VersionTLS13'],
};

const policies: Readonly<Record<string, MergePolicy>> = {
	'service-cluster-ip-range': 'additive',
	controllers: 'additive',
	'cluster-signing-cert-file': 'denied',
	'cluster-signing-key-file': 'denied',
	'authentication-kubeconfig': 'denied',
	'authorization-kubeconfig': 'denied',
	'root-ca-file': 'denied',
	'service-account-private-key-file': 'denied',
};
