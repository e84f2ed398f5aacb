import { TimeStatus, timeStatusId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** The clock of a container is its host's: nothing to do. */
export const timeSyncController: Controller = reconciling({
	name: 'time.SyncController',
	inputs: [],
	outputs: [{ type: TimeStatus.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		await publish(runtime, TimeStatus, timeStatusId, { synced: true, epoch: 0, syncDisabled: true });
	},
});
