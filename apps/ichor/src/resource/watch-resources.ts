import { EventType, type WatchResponse, type Event as WireEvent } from '@ichor/api/cosi';
import { hasRpcCode } from '@ichor/rpc';
import { failureText } from '../nodes/failure-text.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import type { NodeServices, ResourceAddress } from './print-resources.ts';
import type { ChangeName } from './resource-view.ts';
import type { ResourceWriter } from './resource-writer.ts';

/**
 * Prints what there is on the nodes, then every change, until the user interrupts. Nothing is printed before each node watches.
 *
 * @throws Error when a watch cannot be begun, or breaks
 */
export async function watchResources(
	{ signal }: NodeSession,
	nodes: readonly NodeServices[],
	{ namespace, type, id }: ResourceAddress,
	writer: ResourceWriter,
): Promise<void> {
	// what there is is held back until every node has told it, to be aligned; a single resource needs no waiting
	let heldBack = id === '' ? nodes.length : 0;
	const take = (node: string, event: WireEvent): void => {
		if (event.eventType === EventType.ERRORED) {
			throw new Error(`error watching resource: namespace ${JSON.stringify(namespace)} type ${JSON.stringify(type)}: ${event.error ?? ''}`);
		}
		if (event.eventType === EventType.BOOTSTRAPPED) heldBack--;
		const change = changeNames.get(event.eventType);
		if (change !== undefined && event.resource !== undefined) writer.write(node, event.resource, change);
		if (heldBack <= 0) writer.flush();
	};
	const options = { bootstrapContents: id === '', aggregated: true };
	try {
		const watches: { readonly node: string; readonly answers: AsyncGenerator<WatchResponse> }[] = [];
		for (const { node, services } of nodes) {
			const answers = services.state.watch({ namespace, type, options, apiVersion: 1, ...(id === '' ? {} : { id }) });
			// a node says that it watches before it says what there is; one that does not is no reason to begin
			await answers.next().catch((error: unknown) => {
				if (signal.aborted) throw error;
				throw new Error(`error setting up watch on node ${node}: ${failureText(error)}`, { cause: error });
			});
			watches.push({ node, answers });
		}
		await Promise.all(
			watches.map(async ({ node, answers }) => {
				for await (const { event } of answers) for (const one of event) take(node, one);
				throw new Error('error watching resource: the node ended the watch');
			}),
		);
	} catch (error) {
		if (signal.aborted && hasRpcCode(error, 'cancelled')) return;
		throw new Error(failureText(error), { cause: error });
	}
}

const changeNames: ReadonlyMap<EventType, ChangeName> = new Map([
	[EventType.CREATED, 'created'],
	[EventType.UPDATED, 'updated'],
	[EventType.DESTROYED, 'destroyed'],
]);
