import { firstHardwareAddrId, HardwareAddr, isPhysical, LinkStatus } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** The hardware address of the first physical link, by name. A container node has none. */
export const hardwareAddrController: Controller = reconciling({
	name: 'network.HardwareAddrController',
	inputs: [{ ...LinkStatus.kind, kind: 'weak' }],
	outputs: [{ type: HardwareAddr.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const links = await runtime.list(LinkStatus.kind);
		const first = links.find(({ spec }) => isPhysical(spec));
		const spec = first === undefined ? undefined : { name: first.metadata.id, hardwareAddr: first.spec.hardwareAddr };
		await publish(runtime, HardwareAddr, firstHardwareAddrId, spec);
	},
});
