import {
	addressMessage,
	currentAddressId,
	MaintenanceServiceConfig,
	maintenanceServiceConfigId,
	NodeAddress,
	plainAddresses,
	SiderolinkConfig,
	siderolinkConfigId,
} from '@ichor/machinery/resources';
import { defaults } from '@ichor/machinery/versions';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** Where the machine can be reached without a configuration: everywhere, unless a tunnel to a managing server is wanted. */
export const maintenanceConfigController: Controller = reconciling({
	name: 'runtime.MaintenanceConfigController',
	inputs: [
		{ ...NodeAddress.kind, id: currentAddressId, kind: 'weak' },
		{ ...SiderolinkConfig.kind, id: siderolinkConfigId, kind: 'weak' },
	],
	outputs: [{ type: MaintenanceServiceConfig.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const addresses = await runtime.find(NodeAddress.pointer(currentAddressId));
		const reachable = addresses === undefined ? [] : plainAddresses(addresses.spec);
		const managed = (await runtime.find(SiderolinkConfig.pointer(siderolinkConfigId))) !== undefined;
		const tunnel = reachable.find(isSideroLink);
		const spec = managed
			? tunnel && { listenAddress: `[${tunnel}]:${defaults.apidPort}`, reachableAddresses: [tunnel] }
			: { listenAddress: `:${defaults.apidPort}`, reachableAddresses: reachable };
		await publish(runtime, MaintenanceServiceConfig, maintenanceServiceConfigId, spec);
	},
});

/** Whether an address is within a SideroLink tunnel: a unique local one whose eighth byte is 3 (upstream: pkg/machinery/resources/network/ula.go). */
function isSideroLink(address: string): boolean {
	const { ip } = addressMessage(address);
	return ip.length === 16 && ip[0] === 0xfd && ip[7] === 3;
}
