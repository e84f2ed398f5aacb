import { documentsOf, type MachineConfig, rootOf } from '@ichor/machinery/config';
import { EtcdConfig, type EtcdConfigSpec, etcdConfigId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { etcdImage } from '../../product.ts';
import { publish } from '../publish.ts';

/** What the configuration says of etcd, on control planes. */
export const etcdConfigController: Controller = reconciling({
	name: 'etcd.ConfigController',
	inputs: [configInput],
	outputs: [{ type: EtcdConfig.type, kind: 'exclusive' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		await publish(runtime, EtcdConfig, etcdConfigId, config === undefined ? undefined : etcdConfigOf(config));
	},
});

/** Undefined for a machine that runs no etcd. */
export function etcdConfigOf(config: MachineConfig): EtcdConfigSpec | undefined {
	const { machine, cluster } = rootOf(config) ?? {};
	if (machine === undefined || cluster === undefined || machine.type === 'worker') return undefined;
	const { image = '', extraArgs = {}, subnet, advertisedSubnets = [], listenSubnets = [] } = cluster.etcd ?? {};
	const advertised = advertisedSubnets.length > 0 ? advertisedSubnets : subnet === undefined || subnet === '' ? [] : [subnet];
	const listening = listenSubnets.length > 0 ? listenSubnets : advertised;
	return {
		...(advertised.length === 0 ? {} : { advertiseValidSubnets: advertised }),
		advertiseExcludeSubnets: virtualAddresses(config),
		...(listening.length === 0 ? {} : { listenValidSubnets: listening }),
		listenExcludeSubnets: [],
		image: image === '' ? etcdImage : image,
		extraArgs: Object.fromEntries(Object.entries(extraArgs).map(([key, value]) => [key, typeof value === 'string' ? [value] : value])),
	};
}

/** Addresses that move between machines: a member cannot be found under them. */
function virtualAddresses(config: MachineConfig): readonly string[] {
	const devices = rootOf(config)?.machine?.network?.interfaces ?? [];
	const inDevices = devices.flatMap((device) => [device?.vip?.ip, ...(device?.vlans ?? []).map((vlan) => vlan?.vip?.ip)]);
	const documents = (['Layer2VIPConfig', 'HCloudVIPConfig'] as const).flatMap((kind) => documentsOf(config, kind).map(({ name }) => name));
	return [...inDevices, ...documents].filter((address) => address !== undefined && address !== '').map(String);
}
