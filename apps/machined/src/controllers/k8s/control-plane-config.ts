import { type MachineConfig, rootOf } from '@ichor/machinery/config';
import { type Controller, type ResourceType, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** A resource that says one thing that the configuration of a control plane says; a worker has none. */
export interface ControlPlaneConfig<Spec> {
	readonly name: string;
	readonly type: ResourceType<Spec>;
	readonly id: string;
	/** Undefined when the configuration does not say it. */
	spec(config: MachineConfig): Spec | undefined;
}

/** The controller that keeps such a resource. */
export function controlPlaneConfigController<Spec>({ name, type, id, spec }: ControlPlaneConfig<Spec>): Controller {
	return reconciling({
		name,
		inputs: [configInput],
		outputs: [{ type: type.type, kind: 'exclusive' }],
		async reconcile(_, runtime) {
			const config = await activeConfig(runtime);
			await publish(runtime, type, id, config !== undefined && isControlPlane(config) ? spec(config) : undefined);
		},
	});
}

/** One that has a cluster to control. */
function isControlPlane(config: MachineConfig): boolean {
	const { machine, cluster } = rootOf(config) ?? {};
	return cluster !== undefined && (machine?.type === 'controlplane' || machine?.type === 'init');
}
