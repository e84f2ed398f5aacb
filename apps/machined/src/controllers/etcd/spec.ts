import {
	currentAddressId,
	EtcdConfig,
	type EtcdConfigSpec,
	EtcdSpec,
	etcdConfigId,
	etcdSpecId,
	HostnameStatus,
	hostnameId,
	NodeAddress,
	plainAddresses,
	routedAddressId,
} from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { addressesWithin } from './subnets.ts';

/** How etcd is to run: its name, addresses and image; on control planes only. */
export const etcdSpecController: Controller = reconciling({
	name: 'etcd.SpecController',
	inputs: [
		{ ...EtcdConfig.kind, id: etcdConfigId, kind: 'weak' },
		{ ...HostnameStatus.kind, id: hostnameId, kind: 'weak' },
		{ ...NodeAddress.kind, kind: 'weak' },
	],
	outputs: [{ type: EtcdSpec.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = (await runtime.find(EtcdConfig.pointer(etcdConfigId)))?.spec;
		if (config === undefined) return await publish(runtime, EtcdSpec, etcdSpecId, undefined);
		const name = (await runtime.find(HostnameStatus.pointer(hostnameId)))?.spec.hostname;
		const addressesOf = async (id: string) => {
			// without those of pods and services, where there are any
			const found = (await runtime.find(NodeAddress.pointer(`${id}-no-k8s`))) ?? (await runtime.find(NodeAddress.pointer(id)));
			return found === undefined ? [] : plainAddresses(found.spec);
		};
		const addresses = etcdAddresses(config, await addressesOf(routedAddressId), await addressesOf(currentAddressId));
		// a machine that loses its address for a moment does not lose its member
		if (name === undefined || addresses === undefined) return;
		await publish(runtime, EtcdSpec, etcdSpecId, { name, ...addresses, image: config.image, extraArgs: config.extraArgs });
	},
});

/** Undefined while no address is one that the configuration allows. */
export function etcdAddresses(config: EtcdConfigSpec, routed: readonly string[], current: readonly string[]) {
	const { advertiseValidSubnets, listenValidSubnets = [] } = config;
	const excluding = (networks: readonly string[], excluded: readonly string[]) => [...networks, ...excluded.map((one) => `!${one}`)];
	const advertised = addressesWithin(
		advertiseValidSubnets === undefined ? routed : current,
		excluding(advertiseValidSubnets ?? everywhere, config.advertiseExcludeSubnets),
	);
	const advertisedAddresses = advertiseValidSubnets === undefined ? advertised.slice(0, 1) : advertised;
	const listened = addressesWithin(routed, excluding(listenValidSubnets, config.listenExcludeSubnets));
	if (advertisedAddresses.length === 0 || (listenValidSubnets.length > 0 && listened.length === 0)) return undefined;
	if (listenValidSubnets.length > 0) {
		return { advertisedAddresses, listenPeerAddresses: listened, listenClientAddresses: ['127.0.0.1', ...listened] };
	}
	const any = [current.some((address) => address.includes(':')) ? '::' : '0.0.0.0'];
	return { advertisedAddresses, listenPeerAddresses: any, listenClientAddresses: any };
}

const everywhere = ['0.0.0.0/0', '::/0'];
