import { EventType, type Event as WireEvent } from '@ichor/api/cosi';
import { hasRpcCode } from '@ichor/rpc';
import { failureText } from '../nodes/failure-text.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import type { NodeServices, ResourceAddress } from './print-resources.ts';
import type { ChangeName } from './resource-view.ts';
import type { ResourceWriter } from './resource-writer.ts';

/**
 * Prints what there is on the nodes, then every change, until the user interrupts.
 *
 * @throws Error when a watch breaks
 */
export async function watchResources(
	{ signal }: NodeSession,
	nodes: readonly NodeServices[],
	{ namespace, type, id }: ResourceAddress,
	writer: ResourceWriter,
): Promise<void> {
	// what there is is held back, to be aligned; a single resource needs no waiting
	let live = id !== '';
	const take = (node: string, event: WireEvent): void => {
		if (event.eventType === EventType.ERRORED) {
			throw new Error(`error watching resource: namespace ${JSON.stringify(namespace)} type ${JSON.stringify(type)}: ${event.error ?? ''}`);
		}
		if (event.eventType === EventType.BOOTSTRAPPED) live = true;
		const change = changeNames.get(event.eventType);
		if (change !== undefined && event.resource !== undefined) writer.write(node, event.resource, change);
		if (live) writer.flush();
	};
	const options = { bootstrapContents: id === '', aggregated: true };
	try {
		await Promise.all(
			nodes.map(async ({ node, services }) => {
				const request = { namespace, type, options, apiVersion: 1, ...(id === '' ? {} : { id }) };
				for await (const { event } of services.state.watch(request)) for (const one of event) take(node, one);
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
