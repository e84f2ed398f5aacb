import {
	currentAddressId,
	EtcFileStatus,
	HostnameStatus,
	hostnameId,
	NetworkStatus,
	NodeAddress,
	networkStatusId,
	ProbeStatus,
	RouteStatus,
} from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** Which parts of the network are ready. */
export const networkStatusController: Controller = reconciling({
	name: 'network.StatusController',
	inputs: [
		{ ...NodeAddress.kind, id: currentAddressId, kind: 'weak' },
		{ ...RouteStatus.kind, kind: 'weak' },
		{ ...HostnameStatus.kind, kind: 'weak' },
		{ ...EtcFileStatus.kind, kind: 'weak' },
		{ ...ProbeStatus.kind, kind: 'weak' },
	],
	outputs: [{ type: NetworkStatus.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const addresses = (await runtime.find(NodeAddress.pointer(currentAddressId)))?.spec.addresses ?? [];
		const probes = await runtime.list(ProbeStatus.kind);
		// without a probe, a default route has to do
		const connectivityReady =
			probes.length > 0
				? probes.every(({ spec }) => spec.success)
				: (await runtime.list(RouteStatus.kind)).some(({ spec }) => spec.dst === '');
		const files = await Promise.all(requiredFiles.map((file) => runtime.find(EtcFileStatus.pointer(file))));
		await publish(runtime, NetworkStatus, networkStatusId, {
			addressReady: addresses.length > 0,
			connectivityReady,
			hostnameReady: (await runtime.find(HostnameStatus.pointer(hostnameId))) !== undefined,
			etcFilesReady: files.every((file) => file !== undefined),
		});
	},
});

/** Below /etc. A container's resolv.conf is whoever's made the container. */
const requiredFiles = ['hosts'];
