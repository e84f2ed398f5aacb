import type { Resource } from '@ichor/api/cosi';
import type { TalosServices } from '@ichor/client/api';
import { load } from 'js-yaml';
import type { Snapshot, SnapshotResource } from './snapshot.ts';

/**
 * Asks a node for every resource of every type that it has, each type in its own namespace, as `get` does.
 *
 * @throws RpcError when the node does not answer or refuses
 */
export async function readNode(node: TalosServices): Promise<Snapshot> {
	const definitions = new Map<string, Record<string, unknown>>();
	for (const { spec } of await list(node, 'meta', 'ResourceDefinitions.meta.cosi.dev')) {
		const definition = spec as Record<string, unknown>;
		definitions.set(String(definition.type), definition);
	}
	const resources = new Map<string, readonly SnapshotResource[]>();
	for (const [type, { defaultNamespace }] of definitions) resources.set(type, await list(node, String(defaultNamespace), type));
	return { definitions, resources };
}

async function list(node: TalosServices, namespace: string, type: string): Promise<readonly SnapshotResource[]> {
	const found: SnapshotResource[] = [];
	for await (const { resource } of node.state.list({ namespace, type })) if (resource !== undefined) found.push(resourceOf(resource));
	return found;
}

function resourceOf({ metadata, spec }: Resource): SnapshotResource {
	const { id = '', owner = '', labels = {}, annotations = {} } = metadata ?? {};
	const yaml = load(spec?.yamlSpec ?? '');
	// such a spec is a text that holds documents, as talosctl prints it
	const scalar = annotations['talos.dev/yaml-spec'] !== undefined;
	return { id, owner, labels: Object.keys(labels), spec: scalar ? String(yaml) : yaml };
}
