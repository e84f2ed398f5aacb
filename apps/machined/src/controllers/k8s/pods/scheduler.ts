import { type SchedulerConfigSpec, schedulerConfigId } from '@ichor/machinery/resources';
import { paths } from '../../../paths.ts';
import { type ArgumentMap, argumentList, type MergePolicy, mergeArguments } from '../arguments.ts';
import type { JsonObject } from '../json.ts';
import { componentPod, localProbe } from './component-pod.ts';
import { schedulerUser } from './users.ts';

const secrets = `${paths.kubernetesSecrets}/${schedulerConfigId}`;
const configs = `${paths.kubernetesConfigs}/${schedulerConfigId}`;

/** The pod of the scheduler. Throws Error for an argument that is not the user's to say. */
export function schedulerPod(spec: SchedulerConfigSpec, annotations: Readonly<Record<string, string>>): JsonObject {
	return componentPod({
		name: schedulerConfigId,
		image: spec.image,
		command: ['/usr/local/bin/kube-scheduler', ...argumentList(mergeArguments(fixed, spec.extraArgs, policies))],
		environment: spec.environmentVariables,
		user: schedulerUser,
		capabilities: [],
		folders: [
			{ name: 'secrets', hostPath: secrets, mountPath: secrets, readonly: true },
			{ name: 'config', hostPath: configs, mountPath: configs, readonly: true },
			...spec.extraVolumes,
		],
		resources: spec.resources,
		requests: { cpu: '10m', memory: '64Mi' },
		probes: {
			startupProbe: localProbe(port, '/livez'),
			livenessProbe: localProbe(port, '/livez'),
			readinessProbe: localProbe(port, '/readyz'),
		},
		annotations,
	});
}

const port = 10259;

const fixed: ArgumentMap = {
	config: [`${configs}/scheduler-config.yaml`],
	'authentication-tolerate-lookup-failure': ['false'],
	'authentication-kubeconfig': [`${secrets}/kubeconfig`],
	'authorization-kubeconfig': [`${secrets}/kubeconfig`],
	'bind-address': ['127.0.0.1'],
	'leader-elect': ['true'],
	profiling: ['false'],
	'tls-min-version': ['VersionTLS13'],
};

const policies: Readonly<Record<string, MergePolicy>> = {
	kubeconfig: 'denied',
	'authentication-kubeconfig': 'denied',
	'authorization-kubeconfig': 'denied',
	config: 'denied',
};
