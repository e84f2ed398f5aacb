import { rootOf } from '@ichor/machinery/config';
import { MachineType, type MachineTypeName, machineTypeId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** What the configuration makes of this machine; unknown until there is one. */
export const machineTypeController: Controller = reconciling({
	name: 'config.MachineTypeController',
	inputs: [configInput],
	outputs: [{ type: MachineType.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const type = config === undefined ? 'unknown' : ((rootOf(config)?.machine?.type ?? 'worker') as MachineTypeName);
		await publish(runtime, MachineType, machineTypeId, type);
	},
});
