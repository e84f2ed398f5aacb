import { DevicesStatus, devicesStatusId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** In a container all devices are there from the start: whoever has made it has made them. */
export const devicesStatusController: Controller = reconciling({
	name: 'runtime.DevicesStatusController',
	inputs: [],
	outputs: [{ type: DevicesStatus.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		await publish(runtime, DevicesStatus, devicesStatusId, { ready: true });
	},
});
