import { type MachineConfig, rootOf } from '@ichor/machinery/config';
import { type BondMasterSpec, defaultRouteMetric } from '@ichor/machinery/resources';
import { given } from '../given.ts';
import { bondMaster } from './bond-master.ts';
import { type ConfiguredLink, type ConfiguredRoute, type KnownLinks, plainLink, type SharedAddress } from './configured-link.ts';
import { wireguardOf } from './wireguard-of.ts';

export type Device = NonNullable<
	NonNullable<NonNullable<NonNullable<ReturnType<typeof rootOf>>['machine']>['network']>['interfaces']
>[number];
type NamedDevice = NonNullable<Device>;
type Vlan = NonNullable<NonNullable<NamedDevice['vlans']>[number]>;

/** Devices of the legacy `machine.network.interfaces`, but for those to be ignored. */
export function legacyDevices(config: MachineConfig): readonly NamedDevice[] {
	return (rootOf(config)?.machine?.network?.interfaces ?? []).filter((device): device is NamedDevice => device !== null);
}

/** Links of the legacy devices, a VLAN of one being a link of its own. */
export function deviceLinks(
	devices: readonly { readonly name: string; readonly device: NamedDevice }[],
	known: KnownLinks,
): readonly ConfiguredLink[] {
	return devices
		.filter(({ device }) => device.ignore !== true)
		.flatMap(({ name: unresolved, device }) => {
			const name = known.resolve(unresolved);
			const vlans = (device.vlans ?? []).filter((vlan): vlan is Vlan => vlan !== null);
			return [linkOf(name, device, known), ...vlans.map((vlan) => vlanOf(name, vlan))];
		});
}

function linkOf(name: string, device: NamedDevice, { resolve, indexOf }: KnownLinks): ConfiguredLink {
	const members = (device.bond?.interfaces ?? device.bridge?.interfaces ?? []).map(resolve);
	return {
		...plainLink(name),
		mtu: Number(device.mtu ?? 0),
		...addressing(device),
		members,
		...given({ bridgeName: resolve(device.bridgePort?.master ?? '') }),
		...(device.bond !== undefined
			? { membership: 'bond' as const, shape: { kind: 'bond', type: 'ether' as const, bondMaster: bondOf(device.bond, indexOf) } }
			: {}),
		...(device.bridge !== undefined
			? {
					membership: 'bridge' as const,
					shape: {
						kind: 'bridge',
						type: 'ether' as const,
						bridgeMaster: {
							stp: { enabled: device.bridge.stp?.enabled === true },
							vlan: { filteringEnabled: device.bridge.vlan?.vlanFiltering === true },
						},
					},
				}
			: {}),
		...(device.dummy === true ? { shape: { kind: 'dummy', type: 'ether' as const } } : {}),
		...(device.wireguard !== undefined
			? { shape: { kind: 'wireguard', type: 'nohdr' as const, wireguard: wireguardOf(device.wireguard) } }
			: {}),
	};
}

/** Named as upstream names it: `eth0.100`. */
function vlanOf(parentName: string, vlan: Vlan): ConfiguredLink {
	const vlanID = vlan.vlanId ?? 0;
	return {
		...plainLink(`${parentName}.${vlanID}`),
		mtu: vlan.mtu ?? 0,
		...addressing(vlan),
		shape: { kind: 'vlan', type: 'ether', parentName, vlan: { vlanID, vlanProtocol: '802.1q' } },
	};
}

function addressing(part: NamedDevice | Vlan): Pick<ConfiguredLink, 'addresses' | 'routes' | 'sharedAddresses' | 'dhcp4' | 'dhcp6'> {
	const addresses = [...(part.addresses ?? []), ...(part.cidr === undefined || part.cidr === '' ? [] : [part.cidr])];
	const { dhcp = false, dhcpOptions } = part;
	const options = {
		routeMetric: dhcpOptions?.routeMetric ?? 0,
		ignoreHostname: false,
		clientIdentifier: 'mac' as const,
		duid: '',
	};
	const { ip = '' } = part.vip ?? {};
	return {
		addresses: addresses.map((address) => ({ address: withLength(address), priority: 0 })),
		routes: (part.routes ?? []).flatMap((route) => (route === null ? [] : [routeOf(route)])),
		sharedAddresses: ip === '' ? [] : [{ ip, ...cloudOf(part.vip) }],
		...(dhcp && dhcpOptions?.ipv4 !== false ? { dhcp4: options } : {}),
		...(dhcp && dhcpOptions?.ipv6 === true
			? { dhcp6: { ...options, ...(dhcpOptions.duidv6 ? { clientIdentifier: 'duid' as const, duid: dhcpOptions.duidv6 } : {}) } }
			: {}),
	};
}

function cloudOf({ equinixMetal, hcloud }: NonNullable<NamedDevice['vip']> = {}): Pick<SharedAddress, 'cloud'> {
	if (equinixMetal !== undefined) return { cloud: { name: 'equinixMetal', apiToken: equinixMetal.apiToken ?? '' } };
	return hcloud === undefined ? {} : { cloud: { name: 'hcloud', apiToken: hcloud.apiToken ?? '' } };
}

function routeOf(route: NonNullable<NonNullable<NamedDevice['routes']>[number]>): ConfiguredRoute {
	return {
		destination: route.network ?? '',
		gateway: route.gateway ?? '',
		source: route.source ?? '',
		metric: route.metric ?? defaultRouteMetric,
		mtu: route.mtu ?? 0,
		table: 'main',
	};
}

/** An address alone is a network of its own. */
function withLength(address: string): string {
	return address.includes('/') ? address : `${address}/${address.includes(':') ? 128 : 32}`;
}

/** Words that validation has let through. */
function bondOf(value: NonNullable<NamedDevice['bond']>, indexOf: KnownLinks['indexOf']): BondMasterSpec {
	const word = <Word>(text: string | undefined): Word | undefined => (text === undefined || text === '' ? undefined : (text as Word));
	return bondMaster({
		...value,
		mode: word(value.mode),
		xmitHashPolicy: word(value.xmitHashPolicy),
		lacpRate: word(value.lacpRate),
		arpValidate: word(value.arpValidate),
		arpAllTargets: word(value.arpAllTargets),
		primary: indexOf(value.primary),
		primaryReselect: word(value.primaryReselect),
		failOverMac: word(value.failOverMac),
		adSelect: word(value.adSelect),
		tlbLogicalLb: value.tlbDynamicLb,
	});
}
