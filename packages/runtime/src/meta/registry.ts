import type { ResourceType } from '../resource/resource-type.ts';
import type { CoreState } from '../state/core-state.ts';
import { Namespace } from './namespace.ts';
import { definitionOf, metaNamespace, ResourceDefinition } from './resource-definition.ts';

/** The types of resources that a program knows. */
export interface TypeRegistry {
	readonly types: readonly ResourceType[];
	/** The type of that name, undefined when it is not registered. */
	find(type: string): ResourceType | undefined;
}

/** A registry of these types and of the two that describe types and namespaces. */
export function createRegistry(types: readonly ResourceType[]): TypeRegistry {
	const all = [ResourceDefinition, Namespace, ...types];
	const byName = new Map(all.map((type) => [type.type, type]));
	return { types: all, find: (type) => byName.get(type) };
}

/**
 * Writes what clients must know to a new state: the definition of every type, and the namespaces, each with a
 * sentence that says what it is for.
 *
 * @throws DefinitionError when a type's name breaks the rules
 */
export async function publishDefinitions(
	state: CoreState,
	registry: TypeRegistry,
	namespaces: Readonly<Record<string, string>>,
): Promise<void> {
	const options = { owner: metaNamespace };
	const described = { [metaNamespace]: 'Resources that describe namespaces and types of resources.', ...namespaces };
	for (const [id, description] of Object.entries(described)) await state.create(Namespace.resource(id, { description }), options);
	for (const type of registry.types) await state.create(definitionOf(type), options);
}
