import type { KubernetesObject } from './object.ts';

/**
 * What an object still waits for until the cluster is as it says, by the rules of kstatus (sigs.k8s.io/cli-utils,
 * pkg/kstatus); undefined when it waits for nothing.
 */
export function unreconciled(object: KubernetesObject): string | undefined {
	const { kind, metadata } = object;
	const status = (object['status'] ?? {}) as Status;
	if (metadata['deletionTimestamp'] !== undefined) return 'it is being deleted';
	const observed = status.observedGeneration;
	if (observed !== undefined && observed < Number(metadata['generation'] ?? 0))
		return `generation ${String(metadata['generation'])} has not been seen yet`;
	if (kind === 'DaemonSet') return lateDaemonSet(status);
	if (kind === 'Deployment' || kind === 'StatefulSet' || kind === 'ReplicaSet') return lateReplicas(object, status);
	const wanted = kind === 'CustomResourceDefinition' ? 'Established' : 'Ready';
	const condition = status.conditions?.find(({ type }) => type === wanted);
	if (condition === undefined) return kind === 'CustomResourceDefinition' ? 'it is not established' : undefined;
	return condition.status === 'True' ? undefined : (condition.message ?? `${wanted} is ${condition.status}`);
}

interface Status {
	readonly observedGeneration?: number;
	readonly conditions?: readonly { readonly type: string; readonly status: string; readonly message?: string }[];
	readonly [count: string]: unknown;
}

function lateDaemonSet(status: Status): string | undefined {
	if (status.observedGeneration === undefined) return 'it has not been seen yet';
	const wanted = countOf(status, 'desiredNumberScheduled');
	for (const [count, verb] of [
		['currentNumberScheduled', 'scheduled'],
		['updatedNumberScheduled', 'updated'],
		['numberAvailable', 'available'],
		['numberReady', 'ready'],
	] as const) {
		if (countOf(status, count) < wanted) return `${countOf(status, count)} of ${wanted} pods are ${verb}`;
	}
	return undefined;
}

function lateReplicas({ kind, spec }: KubernetesObject, status: Status): string | undefined {
	if (status.observedGeneration === undefined) return 'it has not been seen yet';
	const wanted = (spec as { readonly replicas?: number } | undefined)?.replicas ?? 1;
	const updated = kind === 'ReplicaSet' ? wanted : countOf(status, 'updatedReplicas');
	if (updated < wanted) return `${updated} of ${wanted} pods are updated`;
	if (countOf(status, 'replicas') > wanted) return `${countOf(status, 'replicas') - wanted} pods are yet to end`;
	for (const [count, verb] of [
		['availableReplicas', 'available'],
		['readyReplicas', 'ready'],
	] as const) {
		if (countOf(status, count) < wanted) return `${countOf(status, count)} of ${wanted} pods are ${verb}`;
	}
	return undefined;
}

function countOf(status: Status, name: string): number {
	return Number(status[name] ?? 0);
}
