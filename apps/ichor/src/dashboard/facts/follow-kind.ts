import { EventType, type Resource, type Event as WireEvent } from '@ichor/api/cosi';
import type { TalosServices } from '@ichor/client/api';
import { hasRpcCode } from '@ichor/rpc';
import type { Kind } from '@ichor/runtime';

/** A kind of resources, and what is wanted of each. */
export interface FollowedKind<Wanted> extends Kind {
	readonly read: (resource: Resource) => Wanted;
}

/**
 * Hands over all resources of a kind, first those that there are, then after every change. Ends only when the node has
 * no such kind, or the caller's role may not read it.
 *
 * @throws RpcError when the watch breaks, Error when the node says that it has failed
 */
export async function followKind<Wanted>(
	{ state }: TalosServices,
	{ type, namespace, read }: FollowedKind<Wanted>,
	signal: AbortSignal,
	take: (resources: ReadonlyMap<string, Wanted>) => void,
): Promise<void> {
	const resources = new Map<string, Wanted>();
	let whole = false;
	const apply = ({ eventType, resource, error }: WireEvent): void => {
		if (eventType === EventType.ERRORED) throw new Error(`the watch of ${type} has failed: ${error ?? ''}`);
		if (eventType === EventType.BOOTSTRAPPED) whole = true;
		// that one and a bookmark come with an empty resource
		if (eventType === EventType.BOOTSTRAPPED || eventType === EventType.NOOP) return;
		const id = resource?.metadata?.id;
		if (resource === undefined || id === undefined) return;
		if (eventType === EventType.DESTROYED) resources.delete(id);
		else resources.set(id, read(resource));
	};
	const request = { namespace, type, options: { bootstrapContents: true, aggregated: true }, apiVersion: 1 };
	try {
		for await (const { event } of state.watch(request, { signal })) {
			for (const one of event) apply(one);
			if (whole) take(new Map(resources));
		}
	} catch (error) {
		if (!hasRpcCode(error, 'permission-denied', 'not-found', 'unimplemented')) throw error;
		return;
	}
	throw new Error(`the node has ended the watch of ${type}`);
}
