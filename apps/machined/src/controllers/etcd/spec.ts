import { rootOf } from '@ichor/machinery/config';
import {
	currentAddressId,
	EtcdSpec,
	etcdSpecId,
	HostnameStatus,
	hostnameId,
	NodeAddress,
	plainAddresses,
} from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { etcdImage } from '../../product.ts';
import { publish } from '../publish.ts';

/** How etcd is to run: its name, addresses and image; on control planes only. */
export const etcdSpecController: Controller = reconciling({
	name: 'etcd.SpecController',
	inputs: [
		configInput,
		{ ...HostnameStatus.kind, id: hostnameId, kind: 'weak' },
		{ ...NodeAddress.kind, id: currentAddressId, kind: 'weak' },
	],
	outputs: [{ type: EtcdSpec.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const root = config === undefined ? undefined : rootOf(config);
		const name = (await runtime.find(HostnameStatus.pointer(hostnameId)))?.spec.hostname;
		const node = (await runtime.find(NodeAddress.pointer(currentAddressId)))?.spec;
		if (root?.cluster?.etcd === undefined || root.machine?.type === 'worker' || name === undefined || node === undefined) {
			return await publish(runtime, EtcdSpec, etcdSpecId, undefined);
		}
		const addresses = plainAddresses(node);
		const any = addresses.some((address) => address.includes(':')) ? '::' : '0.0.0.0';
		await publish(runtime, EtcdSpec, etcdSpecId, {
			name,
			advertisedAddresses: addresses.slice(0, 1),
			listenPeerAddresses: [any],
			listenClientAddresses: [any],
			image: root.cluster.etcd.image === undefined || root.cluster.etcd.image === '' ? etcdImage : root.cluster.etcd.image,
			extraArgs: {},
		});
	},
});
