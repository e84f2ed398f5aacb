import { documentsOf, type MachineConfig, rootOf } from '@ichor/machinery/config';
import { AddressSpec, type AddressSpecSpec, addressId, HostDNSConfig, hostDNSConfigId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';
import { wishFor } from './wishes.ts';

/** Whether and where the node's own name server listens. Pods reach it at an address of its own, on the loopback. */
export const hostDNSConfigController: Controller = reconciling({
	name: 'network.HostDNSConfigController',
	inputs: [configInput],
	outputs: [
		{ type: HostDNSConfig.type, kind: 'exclusive' },
		{ type: AddressSpec.type, kind: 'shared' },
	],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const wanted = config === undefined ? undefined : hostDNSOf(config);
		const forPods = wanted?.forwardKubeDNSToHost === true && hasIPv4Pods(config);
		await publish(runtime, HostDNSConfig, hostDNSConfigId, {
			enabled: wanted?.enabled === true,
			listenAddresses: [nodeListener, ...(forPods ? [`${podAddress}:53`] : [])],
			...(forPods ? { serviceHostDNSAddress: podAddress } : {}),
			...(wanted?.resolveMemberNames === true ? { resolveMemberNames: true } : {}),
		});
		await wishFor(runtime, AddressSpec, forPods ? [{ id: addressId('lo', podAddressSpec.address), spec: podAddressSpec }] : []);
	},
});

/** Where the node asks, and where its pods do (upstream: constants.HostDNSAddress). */
const nodeListener = '127.0.0.53:53';
const podAddress = '169.254.116.108';
const podAddressSpec: AddressSpecSpec = {
	address: `${podAddress}/32`,
	linkName: 'lo',
	family: 'inet4',
	scope: 'host',
	flags: 'permanent',
	layer: 'operator',
};

function hostDNSOf(config: MachineConfig) {
	return documentsOf(config, 'ResolverConfig')[0]?.value.hostDNS ?? rootOf(config)?.machine?.features?.hostDNS;
}

function hasIPv4Pods(config: MachineConfig | undefined): boolean {
	const subnets = (config === undefined ? undefined : rootOf(config)?.cluster?.network?.podSubnets) ?? [];
	return subnets.length === 0 || subnets.some((subnet) => !subnet.includes(':'));
}
