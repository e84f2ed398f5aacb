import { rootOf } from '@ichor/machinery/config';
import { UserDiskConfigStatus, userDiskConfigStatusId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** Whether the disks of the machine configuration are there: a container has none, so they are when none is wanted. */
export const userDiskConfigController: Controller = reconciling({
	name: 'block.UserDiskConfigController',
	inputs: [configInput],
	outputs: [{ type: UserDiskConfigStatus.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const machine = config === undefined ? undefined : rootOf(config)?.machine;
		if (machine === undefined) return;
		const wanted = (machine.disks ?? []).length > 0;
		await publish(runtime, UserDiskConfigStatus, userDiskConfigStatusId, { ready: !wanted, tornDown: true });
	},
});
