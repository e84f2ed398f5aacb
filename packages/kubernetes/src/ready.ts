/** What a node or a pod says of itself. */
export interface Condition {
	readonly type: string;
	/** `True`, `False` or `Unknown`. */
	readonly status: string;
	readonly message?: string;
}

interface WithConditions {
	readonly status?: { readonly conditions?: readonly Condition[] } | undefined;
}

/** Whether a node or a pod is ready, and why not; undefined when it says nothing of it. */
export function readyCondition({ status }: WithConditions): Condition | undefined {
	return status?.conditions?.find(({ type }) => type === 'Ready');
}

export function isReady(object: WithConditions): boolean {
	return readyCondition(object)?.status === 'True';
}
