import {
	Affiliate,
	DiscoveryConfig,
	discoveryConfigId,
	HostnameStatus,
	hostnameId,
	Identity,
	localIdentityId,
	MachineType,
	machineTypeId,
	NodeAddress,
	ownRoutedAddressId,
	plainAddresses,
} from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { operatingSystem } from '../../product.ts';
import { publish } from '../publish.ts';

/** What this machine says of itself to the others. */
export const localAffiliateController: Controller = reconciling({
	name: 'cluster.LocalAffiliateController',
	inputs: [
		{ ...DiscoveryConfig.kind, id: discoveryConfigId, kind: 'weak' },
		{ ...Identity.kind, id: localIdentityId, kind: 'weak' },
		{ ...HostnameStatus.kind, id: hostnameId, kind: 'weak' },
		{ ...NodeAddress.kind, id: ownRoutedAddressId, kind: 'weak' },
		{ ...MachineType.kind, id: machineTypeId, kind: 'weak' },
	],
	outputs: [{ type: Affiliate.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const discovery = (await runtime.find(DiscoveryConfig.pointer(discoveryConfigId)))?.spec;
		const nodeId = (await runtime.find(Identity.pointer(localIdentityId)))?.spec.nodeId;
		const hostname = (await runtime.find(HostnameStatus.pointer(hostnameId)))?.spec.hostname;
		const node = (await runtime.find(NodeAddress.pointer(ownRoutedAddressId)))?.spec;
		const machineType = (await runtime.find(MachineType.pointer(machineTypeId)))?.spec ?? 'unknown';
		if (nodeId === undefined || hostname === undefined || node === undefined) return;
		const known = discovery?.discoveryEnabled === true && machineType !== 'unknown';
		await publish(
			runtime,
			Affiliate,
			nodeId,
			known
				? {
						nodeId,
						addresses: plainAddresses(node),
						hostname,
						nodename: hostname,
						operatingSystem,
						machineType,
						...(machineType === 'worker' ? {} : { controlPlane: { port: 6443 } }),
					}
				: undefined,
		);
	},
});
