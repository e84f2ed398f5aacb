import { type Condition, isReady, type ObjectMetadata, readyCondition } from '@ichor/kubernetes';

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

/** Whether a node or a pod says of itself that it is not ready; one that says nothing has only begun. */
export function isLate(object: NodeObject | PodObject): boolean {
	return readyCondition(object) !== undefined && !isReady(object);
}

export function namesOf(objects: readonly { readonly metadata: ObjectMetadata }[]): string {
	return `[${objects.map(({ metadata }) => metadata.name).join(' ')}]`;
}
