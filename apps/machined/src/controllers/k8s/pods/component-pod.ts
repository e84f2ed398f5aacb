import type { JsonObject } from '../json.ts';
import { memoryVariables, type PodResources, requirementsOf } from './pod-resources.ts';

/** A component of the control plane as a static pod. */
export interface ComponentPod {
	readonly name: string;
	readonly image: string;
	readonly command: readonly string[];
	readonly environment: Readonly<Record<string, string>>;
	readonly user: number;
	/** Kernel capabilities that its program must have. */
	readonly capabilities: readonly string[];
	/** Folders of the machine: name, path, and whether it may write. */
	readonly folders: readonly PodFolder[];
	readonly resources: PodResources;
	/** What is asked for where the user asks for nothing. */
	readonly requests: { readonly cpu: string; readonly memory: string };
	readonly probes: Readonly<Record<string, JsonObject>>;
	/** What it was made from: another value makes another pod, which is how the kubelet starts it anew. */
	readonly annotations: Readonly<Record<string, string>>;
}

export interface PodFolder {
	readonly name: string;
	readonly hostPath: string;
	readonly mountPath: string;
	readonly readonly: boolean;
}

/** Which of a pod's ingredients the annotations tell (pkg/machinery/constants, AnnotationStaticPod*). */
export const annotation = {
	secrets: 'talos.dev/secrets-version',
	config: 'talos.dev/config-version',
	configFile: 'talos.dev/config-file-version',
} as const;

/** The pod of a component: in the machine's network, as a user of its own, with what upstream's pods have. */
export function componentPod(component: ComponentPod): JsonObject {
	const { name, image, command, user, capabilities, folders, probes, annotations } = component;
	return {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: {
			name,
			namespace: 'kube-system',
			annotations: { ...annotations },
			labels: {
				tier: 'control-plane',
				'k8s-app': name,
				component: name,
				'app.kubernetes.io/name': name,
				'app.kubernetes.io/version': versionOf(image),
				'app.kubernetes.io/component': 'control-plane',
				'app.kubernetes.io/managed-by': 'Talos',
			},
		},
		spec: {
			priority: systemCriticalPriority,
			priorityClassName: 'system-cluster-critical',
			containers: [
				{
					name,
					image,
					command: [...command],
					env: environmentOf(component),
					volumeMounts: folders.map(({ name: folder, mountPath, readonly }) => ({
						name: folder,
						mountPath,
						...(readonly ? { readOnly: true } : {}),
					})),
					...probes,
					resources: requirementsOf(component.resources, component.requests),
					securityContext: {
						allowPrivilegeEscalation: false,
						capabilities: { drop: ['ALL'], ...(capabilities.length === 0 ? {} : { add: [...capabilities] }) },
						seccompProfile: { type: 'RuntimeDefault' },
					},
				},
			],
			hostNetwork: true,
			securityContext: { runAsNonRoot: true, runAsUser: user, runAsGroup: user },
			volumes: folders.map(({ name: folder, hostPath }) => ({ name: folder, hostPath: { path: hostPath } })),
		},
		status: {},
	};
}

/** An HTTPS probe of the machine itself. */
export function localProbe(port: number, path: string, more: JsonObject = {}): JsonObject {
	return { httpGet: { path, host: 'localhost', port, scheme: 'HTTPS' }, ...more };
}

/** Of pods that a cluster does not work without (k8s.io/api scheduling, SystemCriticalPriority). */
const systemCriticalPriority = 2_000_000_000;

/** The tag of an image, without what pins it; empty when it has none. */
function versionOf(image: string): string {
	return /:v?([^:/@]+)(?:@.*)?$/.exec(image)?.[1] ?? '';
}

/** The user's variables, and ours. */
function environmentOf({ environment, resources }: ComponentPod): JsonObject[] {
	const sorted = Object.entries(environment).sort(([a], [b]) => (a < b ? -1 : 1));
	return [
		{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
		// Kubernetes would take $(NAME) for a variable
		...sorted.map(([name, value]) => ({ name, value: value.replaceAll('$', '$$$$') })),
		...memoryVariables(resources),
	];
}
