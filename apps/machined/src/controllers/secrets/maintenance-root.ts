import { createAuthority } from '@ichor/machinery/pki';
import { MachineStatus, MaintenanceRoot, machineStatusId, maintenanceRootId, pemPair } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { lifetimeFrom } from './lifetime.ts';

/** An authority for the time without a configuration: not before it is certain that there is none. */
export const maintenanceRootController: Controller = reconciling({
	name: 'secrets.MaintenanceRootController',
	inputs: [{ ...MachineStatus.kind, id: machineStatusId, kind: 'weak' }],
	outputs: [{ type: MaintenanceRoot.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		if ((await runtime.find(MaintenanceRoot.pointer(maintenanceRootId))) !== undefined) return;
		if ((await runtime.find(MachineStatus.pointer(machineStatusId)))?.spec.stage !== 'maintenance') return;
		const ca = await createAuthority({
			family: 'ed25519',
			subject: { organization: ['talos'] },
			...lifetimeFrom(new Date(), authorityLife),
		});
		await publish(runtime, MaintenanceRoot, maintenanceRootId, { ca: pemPair(ca) });
	},
});

/** Milliseconds: ten years. */
const authorityLife = 87_600 * 3_600_000;
