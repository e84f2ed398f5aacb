import { type ConfigLayer, layeredId, networkConfigNamespace } from '@ichor/machinery/resources';
import { type ControllerRuntime, type ResourceType, withSpec } from '@ichor/runtime';

/** What one layer wants: specs in the namespace of the layers, to be merged. */
export interface Wish<Spec> {
	/** Of the thing that is wanted, the same in every layer. */
	readonly id: string;
	readonly spec: Spec;
	/** Keeps wishes of one layer for one thing apart that are to be joined: `dhcp4/eth0`. */
	readonly origin?: string;
}

/** Lets these be all that a controller wants of a type. */
export async function wishFor<Spec extends { readonly layer: ConfigLayer }>(
	runtime: ControllerRuntime,
	type: ResourceType<Spec>,
	wishes: readonly Wish<Spec>[],
): Promise<void> {
	runtime.startTrackingOutputs();
	for (const { id, spec, origin } of wishes) {
		const whole = origin === undefined ? id : `${origin}/${id}`;
		await runtime.modify(type.resource(layeredId(spec.layer, whole), spec, { namespace: networkConfigNamespace }), (current) =>
			withSpec(current, spec),
		);
	}
	await runtime.cleanupOutputs({ type: type.type, namespace: networkConfigNamespace });
}
