import type { ObjectMetadata } from '@ichor/kubernetes';

/** What the checks read of the objects of Kubernetes; everything may be missing from what a server sends. */
export interface NodeObject {
	readonly metadata: ObjectMetadata;
	readonly spec?: { readonly unschedulable?: boolean };
	readonly status?: { readonly addresses?: readonly NodeAddress[]; readonly conditions?: readonly Condition[] };
}

export interface NodeAddress {
	readonly type: string;
	readonly address: string;
}

export interface PodObject {
	readonly metadata: ObjectMetadata & { readonly deletionTimestamp?: string };
	readonly status?: {
		readonly phase?: string;
		readonly conditions?: readonly Condition[];
		readonly containerStatuses?: readonly { readonly state?: { readonly terminated?: object } }[];
	};
}

export interface DaemonSetObject {
	readonly metadata: ObjectMetadata;
	readonly status?: { readonly desiredNumberScheduled?: number };
}

export interface DeploymentObject {
	readonly metadata: ObjectMetadata;
	readonly spec?: { readonly replicas?: number };
}

export interface Condition {
	readonly type: string;
	readonly status: string;
}

/** Whether a node or a pod says of itself that it is ready; undefined when it says nothing. */
export function readiness({ status }: NodeObject | PodObject): boolean | undefined {
	const condition = status?.conditions?.find(({ type }) => type === 'Ready');
	return condition === undefined ? undefined : condition.status === 'True';
}

export function namesOf(objects: readonly { readonly metadata: ObjectMetadata }[]): string {
	return `[${objects.map(({ metadata }) => metadata.name).join(' ')}]`;
}
