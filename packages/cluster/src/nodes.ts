import type { NodeDefinition, PatchDefinition } from './definition.ts';

/** Nodes by name, everything else derived from a name and its position. */
export function nodes(
	names: readonly string[],
	define: (name: string, index: number) => Omit<NodeDefinition, 'name'>,
): readonly NodeDefinition[] {
	return names.map((name, index) => ({ name, ...define(name, index) }));
}

/** For the `when` of a patch: nodes of that role. */
export function role(wanted: 'controlplane' | 'worker'): NonNullable<PatchDefinition['when']> {
	return (node) => node.role === wanted;
}
