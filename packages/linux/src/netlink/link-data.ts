import { addressFrom, bytesOfAddress } from './address-bytes.ts';
import { type Attributes, attribute, be16, numberIn, readAttributeList, readAttributes, u8, u16 } from './attributes.ts';

/** What makes a link of its kind. At most one of them is there. */
export interface LinkData {
	readonly vlan?: VlanData;
	readonly bond?: BondData;
	readonly bridge?: BridgeData;
	readonly vrf?: { readonly table: number };
}

export interface VlanData {
	readonly id: number;
	/** Ethertype: 0x8100 (802.1q) or 0x88a8 (802.1ad). */
	readonly protocol: number;
}

export interface BridgeData {
	readonly stp?: boolean;
	/** Refused, also when false, by a kernel without it. */
	readonly vlanFiltering?: boolean;
}

/** The settings of a bond, by the kernel's names (linux/if_link.h, IFLA_BOND_*); what is not there stays as it is. */
export type BondData = { readonly [Name in keyof typeof bondNumbers]?: number } & {
	readonly arpIpTargets?: readonly string[];
	readonly nsIp6Targets?: readonly string[];
};

/** Reads IFLA_INFO_DATA; nothing for a kind that we do not know. */
export function readLinkData(kind: string, bytes: Buffer | undefined): LinkData {
	if (bytes === undefined) return {};
	const reader = readers[kind];
	return reader === undefined ? {} : reader(readAttributes(bytes));
}

export function encodeLinkData({ vlan, bond, bridge, vrf }: LinkData): readonly Buffer[] {
	if (vlan !== undefined) return [attribute(vlanId, u16(vlan.id)), attribute(vlanProtocol, be16(vlan.protocol))];
	if (bridge !== undefined) return encodeBridge(bridge);
	if (vrf !== undefined) return [attribute(vrfTable, vrf.table)];
	return bond === undefined ? [] : encodeBond(bond);
}

const readers: Readonly<Record<string, (attributes: Attributes) => LinkData>> = {
	vlan: (attributes) => ({
		vlan: { id: numberIn(attributes.get(vlanId)) ?? 0, protocol: attributes.get(vlanProtocol)?.subarray(0, 2).readUInt16BE() ?? 0x8100 },
	}),
	bridge: (attributes) => ({
		bridge: {
			...flagIn('stp', attributes.get(bridgeStp)),
			...flagIn('vlanFiltering', attributes.get(bridgeVlanFiltering)),
		},
	}),
	vrf: (attributes) => ({ vrf: { table: numberIn(attributes.get(vrfTable)) ?? 0 } }),
	bond: (attributes) => ({ bond: readBond(attributes) }),
};

function encodeBridge({ stp, vlanFiltering }: BridgeData): readonly Buffer[] {
	return [
		attribute(bridgeStp, stp === undefined ? undefined : Number(stp)),
		attribute(bridgeVlanFiltering, vlanFiltering === undefined ? undefined : u8(Number(vlanFiltering))),
	];
}

function flagIn(name: string, value: Buffer | undefined): Record<string, boolean> {
	return value === undefined ? {} : { [name]: numberIn(value) !== 0 };
}

function readBond(attributes: Attributes): BondData {
	const numbers = Object.entries(bondNumbers).flatMap(([name, [type]]) => {
		const value = numberIn(attributes.get(type));
		return value === undefined ? [] : [[name, value]];
	});
	return {
		...(Object.fromEntries(numbers) as BondData),
		...targetsIn('arpIpTargets', attributes.get(bondArpTargets)),
		...targetsIn('nsIp6Targets', attributes.get(bondNsTargets)),
	};
}

function targetsIn(name: string, list: Buffer | undefined): Record<string, readonly string[]> {
	return list === undefined ? {} : { [name]: readAttributeList(list).map(([, value]) => addressFrom(value)) };
}

/** The order is the kernel's own: a mode must be there before what depends on it. */
function encodeBond(bond: BondData): readonly Buffer[] {
	const numbers = (Object.entries(bondNumbers) as [keyof typeof bondNumbers, readonly [number, number]][]).flatMap(
		([name, [type, width]]) => {
			const value = bond[name];
			return value === undefined ? [] : [attribute(type, width === 1 ? u8(value) : width === 2 ? u16(value) : value)];
		},
	);
	return [...numbers, ...encodeTargets(bondArpTargets, bond.arpIpTargets), ...encodeTargets(bondNsTargets, bond.nsIp6Targets)];
}

function encodeTargets(type: number, targets: readonly string[] | undefined): readonly Buffer[] {
	return targets === undefined
		? []
		: [
				attribute(
					type,
					targets.map((target, at) => attribute(at, bytesOfAddress(target))),
				),
			];
}

/** IFLA_VLAN_*, IFLA_BR_*, IFLA_VRF_* of linux/if_link.h. */
const vlanId = 1;
const vlanProtocol = 5;
const bridgeStp = 5;
const bridgeVlanFiltering = 7;
const vrfTable = 1;

/** IFLA_BOND_* with the width of the value in bytes, in the order in which they are sent. */
const bondNumbers = {
	mode: [1, 1],
	xmitHashPolicy: [14, 1],
	adLacpRate: [21, 1],
	arpValidate: [9, 4],
	arpAllTargets: [10, 4],
	primary: [11, 4],
	primaryReselect: [12, 1],
	failOverMac: [13, 1],
	adSelect: [22, 1],
	miimon: [3, 4],
	upDelay: [4, 4],
	downDelay: [5, 4],
	arpInterval: [7, 4],
	resendIgmp: [15, 4],
	minLinks: [18, 4],
	lpInterval: [19, 4],
	packetsPerSlave: [20, 4],
	numPeerNotif: [16, 1],
	tlbDynamicLb: [27, 1],
	allSlavesActive: [17, 1],
	useCarrier: [6, 1],
	adActorSysPrio: [24, 2],
	adUserPortKey: [25, 2],
	peerNotifyDelay: [28, 4],
	adLacpActive: [29, 1],
	missedMax: [30, 1],
} as const;
const bondArpTargets = 8;
const bondNsTargets = 31;
