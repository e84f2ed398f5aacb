import type { Resource } from '@ichor/api/cosi';
import type { TalosServices } from '@ichor/client/api';
import { multiErrorText } from '@ichor/std';
import { failureText } from '../nodes/failure-text.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { warnOlderNodes } from '../nodes/older-nodes.ts';
import { kindNamed, resourceKinds } from './resource-kind.ts';
import { type ResourceWriter, resourceWriter } from './resource-writer.ts';
import { watchResources } from './watch-resources.ts';

/** What is to be printed, and how. */
export interface ResourceQuery {
	readonly type: string;
	/** Empty for every resource of the type. */
	readonly id: string;
	/** Empty for the usual one of the type. */
	readonly namespace: string;
	readonly output: string;
	readonly watch: boolean;
}

/** Resources of one kind: a type in a namespace, or one of them. */
export interface ResourceAddress {
	readonly namespace: string;
	readonly type: string;
	readonly id: string;
}

/** One node and its services: all of them for a machine in maintenance, which has no name. */
export interface NodeServices {
	readonly node: string;
	readonly services: TalosServices;
}

/**
 * Prints the resources of every node. The kind is looked up on the first of them.
 *
 * @throws Error with what the nodes refused, after the resources of those that answered
 */
export async function printResources(session: NodeSession, query: ResourceQuery): Promise<void> {
	const writer = resourceWriter(query.output, session.terminal);
	const nodes = eachNode(session);
	const first = nodes[0]?.services ?? session.client;
	const [kinds] = await Promise.all([resourceKinds(first), warnOlderNodes(session)]);
	const { definition } = kindNamed(kinds, query.type);
	const address = { namespace: query.namespace || definition.defaultNamespace, type: definition.resourceType, id: query.id };
	try {
		writer.begin(definition, query.watch);
		if (query.watch) await watchResources(session, nodes, address, writer);
		else await printOnce(nodes, address, writer);
	} finally {
		writer.flush();
	}
}

function eachNode({ client, nodes }: NodeSession): readonly NodeServices[] {
	if (nodes.length === 0) return [{ node: '', services: client }];
	return nodes.map((node) => ({ node, services: client.node(node) }));
}

async function printOnce(nodes: readonly NodeServices[], address: ResourceAddress, writer: ResourceWriter): Promise<void> {
	const failures: string[] = [];
	for (const { node, services } of nodes) {
		const resources = await resourcesAt(services, address).catch((error: unknown) => void failures.push(failureText(error)));
		for (const resource of resources ?? []) writer.write(node, resource);
	}
	if (failures.length > 0) throw new Error(multiErrorText(failures));
}

async function resourcesAt({ state }: TalosServices, { namespace, type, id }: ResourceAddress): Promise<readonly Resource[]> {
	const found: (Resource | undefined)[] = [];
	if (id === '') for await (const { resource } of state.list({ namespace, type })) found.push(resource);
	else found.push((await state.get({ namespace, type, id })).resource);
	return found.filter((resource) => resource !== undefined);
}
