import type { Resource } from '@ichor/api/cosi';
import type { TalosServices } from '@ichor/client/api';
import { failureText } from '../nodes/failure-text.ts';
import { kindNamed, resourceKinds } from '../resource/resource-kind.ts';

/** Which resource the user means: `machineconfig`, an id when there is one, and a namespace that is not the usual one. */
export interface ResourceName {
	readonly type: string;
	readonly id: string | undefined;
	readonly namespace: string;
}

/** The type of the resources that are configurations. */
export const configurationType = 'MachineConfigs.config.talos.dev';
/** The id of the one that holds. */
export const activeId = 'v1alpha1';

/**
 * The resources of a node that the user's words name, as they travel: the name of a type may be any of its aliases.
 *
 * @param node what messages about a resource begin with
 * @throws RpcError when the node has no such type, Error when it has no such resource
 */
export async function namedResources(
	services: TalosServices,
	node: string,
	{ type, id, namespace }: ResourceName,
): Promise<readonly Resource[]> {
	const { definition } = kindNamed(await resourceKinds(services), type);
	const place = { namespace: namespace || definition.defaultNamespace, type: definition.resourceType };
	return await resourcesAt(services.state, place, id).catch((error: unknown): never => {
		throw new Error(`${node}: ${failureText(error)}`, { cause: error });
	});
}

async function resourcesAt(
	state: TalosServices['state'],
	place: { readonly namespace: string; readonly type: string },
	id: string | undefined,
): Promise<readonly Resource[]> {
	if (id !== undefined) {
		const { resource } = await state.get({ ...place, id });
		return resource === undefined ? [] : [resource];
	}
	const resources: Resource[] = [];
	for await (const { resource } of state.list(place)) if (resource !== undefined) resources.push(resource);
	return resources;
}

/** The text of a configuration, all of its documents and comments. */
export async function configurationText({ metadata, spec }: Resource): Promise<string> {
	const yaml = spec?.yamlSpec ?? '';
	// before 1.3 nodes sent the text itself, without an annotation; since then it is a YAML scalar that holds it
	if (Object.keys(metadata?.annotations ?? {}).length === 0) return yaml;
	const { parseYaml } = await import('@ichor/machinery/yaml');
	const root = parseYaml(yaml, { name: 'the configuration of the node' }).documents[0]?.root;
	return root?.type === 'scalar' ? root.text : yaml;
}
