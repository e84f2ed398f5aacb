import { documentsOf, type MachineConfig } from '@ichor/machinery/config';
import type { BondMasterSpec } from '@ichor/machinery/resources';
import { given } from '../given.ts';
import { bondMaster } from './bond-master.ts';
import { type ConfiguredLink, type KnownLinks, plainLink } from './configured-link.ts';
import { wireguardOf } from './wireguard-of.ts';

/** Links of the documents LinkConfig, DummyLinkConfig, VLANConfig, VethConfig, WireguardConfig, BridgeConfig, BondConfig, VRFConfig, DHCPv4Config, DHCPv6Config, Layer2VIPConfig and HCloudVIPConfig. */
export function documentLinks(config: MachineConfig, { resolve, indexOf }: KnownLinks): readonly ConfiguredLink[] {
	const links = new Map<string, ConfiguredLink>();
	const add = (named: string, change: Partial<ConfiguredLink>): void => {
		const name = resolve(named);
		links.set(name, { ...(links.get(name) ?? plainLink(name)), ...change });
	};
	const resolved = (names: readonly string[] = []): readonly string[] => names.map(resolve);

	for (const { name = '', value } of documentsOf(config, 'LinkConfig')) add(name, common(value));
	for (const { name = '', value } of documentsOf(config, 'DummyLinkConfig'))
		add(name, { ...common(value), ...given({ hardwareAddr: value.hardwareAddr }), shape: { kind: 'dummy', type: 'ether' } });
	for (const { name = '', value } of documentsOf(config, 'VLANConfig'))
		add(name, {
			...common(value),
			shape: {
				kind: 'vlan',
				type: 'ether',
				parentName: resolve(value.parent ?? ''),
				vlan: { vlanID: value.vlanID ?? 0, vlanProtocol: value.vlanMode ?? '802.1q' },
			},
		});
	for (const { name = '', value } of documentsOf(config, 'VethConfig')) {
		const { name: peerName = '', ...peer } = value.peer ?? {};
		add(name, { ...common(value), shape: { kind: 'veth', type: 'ether', veth: { peerName } } });
		add(peerName, { ...common(peer), shape: { kind: 'veth', type: 'ether', veth: { peerName: name } } });
	}
	for (const { name = '', value } of documentsOf(config, 'WireguardConfig'))
		add(name, { ...common(value), shape: { kind: 'wireguard', type: 'nohdr', wireguard: wireguardOf(value) } });
	for (const { name = '', value } of documentsOf(config, 'BridgeConfig'))
		add(name, {
			...common(value),
			...given({ hardwareAddr: value.hardwareAddr }),
			members: resolved(value.links),
			membership: 'bridge',
			shape: {
				kind: 'bridge',
				type: 'ether',
				bridgeMaster: { stp: { enabled: value.stp?.enabled === true }, vlan: { filteringEnabled: value.vlan?.filtering === true } },
			},
		});
	for (const { name = '', value } of documentsOf(config, 'VRFConfig'))
		add(name, {
			...common(value),
			...given({ hardwareAddr: value.hardwareAddr }),
			members: resolved(value.links),
			membership: 'vrf',
			shape: { kind: 'vrf', type: 'ether', vrfMaster: { table: value.table ?? 'main' } },
		});
	for (const { name = '', value } of documentsOf(config, 'BondConfig'))
		add(name, {
			...common(value),
			...given({ hardwareAddr: value.hardwareAddr }),
			members: resolved(value.links),
			membership: 'bond',
			shape: { kind: 'bond', type: 'ether', bondMaster: bondOf(value, indexOf) },
		});
	for (const { name = '', value } of documentsOf(config, 'DHCPv4Config')) add(name, { dhcp4: dhcpOf(value) });
	for (const { name = '', value } of documentsOf(config, 'DHCPv6Config')) add(name, { dhcp6: dhcpOf(value) });
	for (const { name = '', value } of documentsOf(config, 'Layer2VIPConfig')) {
		const link = resolve(value.link ?? '');
		add(link, { sharedAddresses: [...(links.get(link)?.sharedAddresses ?? []), { ip: name }] });
	}
	for (const { name = '', value } of documentsOf(config, 'HCloudVIPConfig')) {
		const link = resolve(value.link ?? '');
		const shared = { ip: name, cloud: { name: 'hcloud', apiToken: value.apiToken ?? '' } } as const;
		add(link, { sharedAddresses: [...(links.get(link)?.sharedAddresses ?? []), shared] });
	}
	return [...links.values()];
}

interface CommonLink {
	readonly up?: boolean;
	readonly mtu?: number;
	readonly multicast?: boolean;
	readonly addresses?: readonly { readonly address?: string; readonly routePriority?: number }[];
	readonly routes?: readonly {
		readonly destination?: string;
		readonly gateway?: string;
		readonly source?: string;
		readonly metric?: number;
		readonly mtu?: number;
		readonly table?: string | number;
	}[];
}

function common({ up = true, mtu = 0, multicast, addresses = [], routes = [] }: CommonLink): Partial<ConfiguredLink> {
	return {
		up,
		mtu,
		...(multicast === undefined ? {} : { multicast }),
		addresses: addresses.map(({ address = '', routePriority = 0 }) => ({ address, priority: routePriority })),
		routes: routes.map(({ destination = '', gateway = '', source = '', metric = 0, mtu: routeMtu = 0, table = 'main' }) => ({
			destination,
			gateway,
			source,
			metric,
			mtu: routeMtu,
			table: String(table),
		})),
	};
}

function dhcpOf(value: {
	readonly routeMetric?: number;
	readonly ignoreHostname?: boolean;
	readonly clientIdentifier?: 'none' | 'mac' | 'duid';
	readonly duidRaw?: string;
}): NonNullable<ConfiguredLink['dhcp4']> {
	return {
		routeMetric: value.routeMetric ?? 0,
		ignoreHostname: value.ignoreHostname === true,
		clientIdentifier: value.clientIdentifier ?? 'mac',
		duid: (value.duidRaw ?? '').replaceAll(':', ''),
	};
}

type BondValue = ReturnType<typeof documentsOf<'BondConfig'>>[number]['value'];

function bondOf(value: BondValue, indexOf: KnownLinks['indexOf']): BondMasterSpec {
	return bondMaster({
		...value,
		mode: value.bondMode,
		adLacpActive: value.adLACPActive,
		primary: indexOf(value.primary),
		resendIgmp: value.resendIGMP,
		peerNotifyDelay: value.peerNotifDelay,
		missedMax: value.missedMax ?? 2,
	});
}
