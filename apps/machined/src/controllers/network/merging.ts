import { type ConfigLayer, configLayers, networkConfigNamespace } from '@ichor/machinery/resources';
import { type Controller, type ControllerRuntime, isConflict, type ResourceType, reconciling, withSpec } from '@ichor/runtime';

/** Makes what shall hold out of what the layers want. */
export interface Merging<Spec extends { readonly layer: ConfigLayer }> {
	/** Upstream makes these names out of the type's (controllers/network/generic_merge.go), and clients see them as owners. */
	readonly name: `${string}MergeControllers.net.talos.dev`;
	readonly type: ResourceType<Spec>;
	/** Id of the thing that a spec is about. */
	readonly id: (spec: Spec, wishId: string) => string;
	/** One spec out of two; `upper` is of the same layer or of a higher one. Without it the upper one holds alone. */
	readonly join?: (lower: Spec, upper: Spec) => Spec;
}

/** The controller of a merge. What others still hold is torn down first, and goes when they let go. */
export function merging<Spec extends { readonly layer: ConfigLayer }>({
	name,
	type,
	id,
	join = (_, upper) => upper,
}: Merging<Spec>): Controller {
	return reconciling({
		name,
		inputs: [
			{ type: type.type, namespace: networkConfigNamespace, kind: 'weak' },
			{ ...type.kind, kind: 'destroyReady' },
		],
		outputs: [{ type: type.type, kind: 'shared' }],
		async reconcile(_, runtime) {
			const wishes = await runtime.list<Spec>({ type: type.type, namespace: networkConfigNamespace });
			const byLayer = [...wishes].sort((a, b) => configLayers[a.spec.layer] - configLayers[b.spec.layer]);
			const merged = new Map<string, Spec>();
			for (const { metadata, spec } of byLayer) {
				const key = id(spec, metadata.id);
				const lower = merged.get(key);
				merged.set(key, lower === undefined ? spec : join(lower, spec));
			}
			for (const [key, spec] of merged) await write(runtime, type, key, spec);
			for (const { metadata } of await runtime.list(type.kind)) {
				const wanted = merged.has(metadata.id) && metadata.phase === 'running';
				if (metadata.owner === name && !wanted && (await runtime.teardown(metadata))) await runtime.destroy(metadata);
			}
		},
	});
}

async function write<Spec>(runtime: ControllerRuntime, type: ResourceType<Spec>, id: string, spec: Spec): Promise<void> {
	try {
		await runtime.modify(type.resource(id, spec), (current) => withSpec(current, spec));
	} catch (error) {
		// an earlier one of that id is still being torn down; its end wakes the controller again
		if (!isConflict(error, type.kind)) throw error;
	}
}
