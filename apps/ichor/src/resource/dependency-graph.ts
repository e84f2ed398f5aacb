import type { Metadata } from '@ichor/api/cosi';
import { type ControllerDependencyEdge, DependencyEdgeType } from '@ichor/api/inspect';
import type { TalosServices } from '@ichor/client/api';
import type { NodeSession } from '../nodes/node-session.ts';
import { DotGraph } from '../output/dot-graph.ts';
import { kindNamed, resourceKinds } from './resource-kind.ts';

/** Which controllers read and write which kinds of resources. */
export function kindGraph(edges: readonly ControllerDependencyEdge[]): DotGraph {
	const graph = new DotGraph();
	for (const { controllerName, resourceType } of edges) {
		graph.node(controllerName, box);
		graph.node(resourceType, note);
	}
	for (const { controllerName, resourceType, resourceId, edgeType } of edges) {
		const style = kindStyles.get(edgeType);
		if (style === undefined) continue;
		const [controller, kind] = [graph.node(controllerName), graph.node(resourceType)];
		if (isOutput(edgeType)) graph.edge(controller, kind, { style });
		else graph.edge(kind, controller, { style, ...(resourceId === '' ? {} : { label: resourceId }) });
	}
	return graph;
}

/** The same with the resources that there are, in a frame for each kind. */
export async function resourceGraph(session: NodeSession, edges: readonly ControllerDependencyEdge[]): Promise<DotGraph> {
	const resources = await resourcesOf(session, edges);
	const graph = new DotGraph();
	for (const { controllerName } of edges) graph.node(controllerName, box);
	for (const [kind, found] of resources) {
		graph.frame(kind);
		for (const resource of found) graph.framed(kind, idOf(resource), note);
	}
	for (const { controllerName, resourceType, resourceId, edgeType } of edges) {
		const style = resourceStyles.get(edgeType);
		if (style === undefined) continue;
		for (const resource of resources.get(resourceType) ?? []) {
			if (resourceId !== '' && resource.id !== resourceId) continue;
			const [controller, node] = [graph.node(controllerName), graph.framed(resourceType, idOf(resource))];
			if (!isOutput(edgeType)) graph.edge(node, controller, { style });
			else if (resource.owner === controllerName) graph.edge(controller, node, { style });
		}
	}
	return graph;
}

const box = { shape: 'box' };
const note = { shape: 'note', fillcolor: 'azure2', style: 'filled' };

/** Inputs that are only waited for when they go away are left out: they would be everywhere. */
const kindStyles: ReadonlyMap<DependencyEdgeType, string> = new Map([
	[DependencyEdgeType.OUTPUT_EXCLUSIVE, 'bold'],
	[DependencyEdgeType.OUTPUT_SHARED, 'solid'],
	[DependencyEdgeType.INPUT_STRONG, 'solid'],
	[DependencyEdgeType.INPUT_WEAK, 'dotted'],
]);

const resourceStyles: ReadonlyMap<DependencyEdgeType, string> = new Map([...kindStyles, [DependencyEdgeType.OUTPUT_EXCLUSIVE, 'solid']]);

function isOutput(type: DependencyEdgeType): boolean {
	return type === DependencyEdgeType.OUTPUT_EXCLUSIVE || type === DependencyEdgeType.OUTPUT_SHARED;
}

function idOf({ namespace, type, id }: Metadata): string {
	return `${namespace}/${type}/${id}`;
}

/** The resources of every kind in the edges, in the namespace of the kind's first edge. Kinds that may not be listed are left out. */
async function resourcesOf(
	{ client, nodes: [node] }: NodeSession,
	edges: readonly ControllerDependencyEdge[],
): Promise<ReadonlyMap<string, readonly Metadata[]>> {
	const services = node === undefined ? client : client.node(node);
	const kinds = await resourceKinds(services);
	const resources = new Map<string, readonly Metadata[]>();
	const tried = new Set<string>();
	for (const { resourceType, resourceNamespace } of edges) {
		if (tried.has(resourceType)) continue;
		tried.add(resourceType);
		const { definition } = kindNamed(kinds, resourceType);
		const kind = { namespace: resourceNamespace || definition.defaultNamespace, type: definition.resourceType };
		const found = await metadataOf(services, kind).catch(() => undefined);
		if (found !== undefined) resources.set(resourceType, found);
	}
	return resources;
}

async function metadataOf(
	{ state }: TalosServices,
	kind: { readonly namespace: string; readonly type: string },
): Promise<readonly Metadata[]> {
	const found: Metadata[] = [];
	for await (const { resource } of state.list(kind)) if (resource?.metadata !== undefined) found.push(resource.metadata);
	return found;
}
