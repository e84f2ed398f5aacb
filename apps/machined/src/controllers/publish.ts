import { type ControllerRuntime, type ResourceType, withSpec } from '@ichor/runtime';

/** Lets a resource of a controller say this; undefined lets it not exist. */
export async function publish<Spec>(
	runtime: ControllerRuntime,
	type: ResourceType<Spec>,
	id: string,
	spec: Spec | undefined,
): Promise<void> {
	if (spec !== undefined) {
		await runtime.modify(type.resource(id, spec), (current) => withSpec(current, spec));
		return;
	}
	const stored = await runtime.find(type.pointer(id));
	if (stored === undefined) return;
	if (await runtime.teardown(stored.metadata)) await runtime.destroy(stored.metadata);
}
