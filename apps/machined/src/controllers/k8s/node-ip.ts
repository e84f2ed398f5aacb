import { filterAddresses } from '@ichor/machinery/effective';
import {
	kubeletNodeIPConfigId,
	kubeletNodeIPId,
	NodeAddress,
	NodeIP,
	NodeIPConfig,
	ownRoutedAddressId,
	plainAddresses,
} from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** The addresses of this machine as a node: one of each version of IP at most. */
export const nodeIPController: Controller = reconciling({
	name: 'k8s.NodeIPController',
	inputs: [
		{ ...NodeIPConfig.kind, id: kubeletNodeIPConfigId, kind: 'weak' },
		{ ...NodeAddress.kind, id: ownRoutedAddressId, kind: 'weak' },
	],
	outputs: [{ type: NodeIP.type, kind: 'exclusive' }],
	async reconcile(context, runtime) {
		const config = (await runtime.find(NodeIPConfig.pointer(kubeletNodeIPConfigId)))?.spec;
		const node = (await runtime.find(NodeAddress.pointer(ownRoutedAddressId)))?.spec;
		if (config === undefined || node === undefined) return;
		const filters = [...(config.validSubnets ?? []), ...config.excludeSubnets.map((subnet) => `!${subnet}`)];
		const suitable = filterAddresses(plainAddresses(node), filters);
		if (suitable.length === 0) {
			context.log('warn', 'no suitable node IP found, please make sure the nodeIP filters and pod/service subnets are set up correctly');
			return;
		}
		const firsts = [suitable.find((address) => !address.includes(':')), suitable.find((address) => address.includes(':'))];
		const addresses = suitable.filter((address) => firsts.includes(address));
		await publish(runtime, NodeIP, kubeletNodeIPId, { addresses });
	},
});
