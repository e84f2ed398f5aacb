import { MachineStatus, machineStatusId, NodeCordonedSpec, nodeCordonedId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** No new pod is put on a machine that is about to go; one that comes back takes pods again. A reboot is no reason. */
export const nodeCordonedSpecController: Controller = reconciling({
	name: 'k8s.NodeCordonedSpecController',
	inputs: [{ ...MachineStatus.kind, id: machineStatusId, kind: 'weak' }],
	outputs: [{ type: NodeCordonedSpec.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const stage = (await runtime.find(MachineStatus.pointer(machineStatusId)))?.spec.stage ?? '';
		if (leaving.has(stage)) await publish(runtime, NodeCordonedSpec, nodeCordonedId, {});
		else if (staying.has(stage)) await publish(runtime, NodeCordonedSpec, nodeCordonedId, undefined);
	},
});

const leaving: ReadonlySet<string> = new Set(['shutting down', 'upgrading', 'resetting']);
const staying: ReadonlySet<string> = new Set(['booting', 'running']);
