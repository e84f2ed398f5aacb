import { HostnameStatus, hostnameId, NetworkStatus, NodeAddress, networkStatusId, routedAddressId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** Which parts of the network are ready. The container's files in /etc are its creator's. */
export const networkStatusController: Controller = reconciling({
	name: 'network.StatusController',
	inputs: [
		{ ...NodeAddress.kind, kind: 'weak' },
		{ ...HostnameStatus.kind, id: hostnameId, kind: 'weak' },
	],
	outputs: [{ type: NetworkStatus.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const routed = await runtime.find(NodeAddress.pointer(routedAddressId));
		const addressReady = (routed?.spec.addresses.length ?? 0) > 0;
		const hostnameReady = (await runtime.find(HostnameStatus.pointer(hostnameId))) !== undefined;
		await publish(runtime, NetworkStatus, networkStatusId, {
			addressReady,
			connectivityReady: addressReady,
			hostnameReady,
			etcFilesReady: true,
		});
	},
});
