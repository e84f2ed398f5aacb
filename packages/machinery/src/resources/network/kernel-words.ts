import type { Field } from '../spec/field.ts';
import { bits, kernelWord, numeric } from './fields.ts';

/**
 * The kernel's numbers as people see them. The numbers are those of socket(2), rtnetlink(7), linux/if_arp.h,
 * linux/ethtool.h, linux/if_link.h; the words are Talos's (pkg/machinery/nethelpers).
 */

export const families = { inet4: 2, inet6: 10 } as const;
export const scopes = { global: 0, site: 200, link: 253, host: 254, nowhere: 255 } as const;

export const addressFlags = {
	temporary: 0x1,
	nodad: 0x2,
	optimistic: 0x4,
	dadfailed: 0x8,
	homeaddress: 0x10,
	deprecated: 0x20,
	tentative: 0x40,
	permanent: 0x80,
	mngmtmpaddr: 0x100,
	noprefixroute: 0x200,
	mcautojoin: 0x400,
	stableprivacy: 0x800,
} as const;

export const linkFlags = {
	UP: 0x1,
	BROADCAST: 0x2,
	DEBUG: 0x4,
	LOOPBACK: 0x8,
	POINTTOPOINT: 0x10,
	NOTRAILERS: 0x20,
	RUNNING: 0x40,
	NOARP: 0x80,
	PROMISC: 0x100,
	ALLMULTI: 0x200,
	MASTER: 0x400,
	SLAVE: 0x800,
	MULTICAST: 0x1000,
	PORTSEL: 0x2000,
	AUTOMEDIA: 0x4000,
	DYNAMIC: 0x8000,
	LOWER_UP: 0x10000,
	DORMANT: 0x20000,
	ECHO: 0x40000,
} as const;

export const routeFlags = {
	notify: 0x100,
	cloned: 0x200,
	equalize: 0x400,
	prefix: 0x800,
	lookup_table: 0x1000,
	fib_match: 0x2000,
	offload: 0x4000,
	trap: 0x8000,
} as const;

export const routeTypes = {
	unspec: 0,
	unicast: 1,
	local: 2,
	broadcast: 3,
	anycast: 4,
	multicast: 5,
	blackhole: 6,
	unreachable: 7,
	prohibit: 8,
	throw: 9,
	nat: 10,
	xresolve: 11,
} as const;

export const routeProtocols = {
	unspec: 0,
	redirect: 1,
	kernel: 2,
	boot: 3,
	static: 4,
	ra: 9,
	mrt: 10,
	zebra: 11,
	bird: 12,
	dnrouted: 13,
	xorp: 14,
	ntk: 15,
	dhcp: 16,
	mrtd: 17,
	keepalived: 18,
	babel: 42,
	openr: 99,
	bgp: 186,
	isis: 187,
	ospf: 188,
	rip: 189,
	eigrp: 192,
} as const;

export const ruleActions = { unspec: 0, unicast: 1, blackhole: 6, unreachable: 7, prohibit: 8 } as const;

/** What a node can meet: hardware, tunnels, and what has no link layer. */
export const linkTypes = {
	netrom: 0,
	ether: 1,
	infiniband: 32,
	slip: 256,
	can: 280,
	ppp: 512,
	rawhdlc: 518,
	ipip: 768,
	tunnel6: 769,
	loopback: 772,
	sit: 776,
	gre: 778,
	'ieee802.11': 801,
	ip6gre: 823,
	netlink: 824,
	'6lowpan': 825,
	vsockmon: 826,
	void: 65535,
	nohdr: 65534,
} as const;

export const operationalStates = { unknown: 0, notPresent: 1, down: 2, lowerLayerDown: 3, testing: 4, dormant: 5, up: 6 } as const;
export const ports = { TwistedPair: 0, AUI: 1, MII: 2, Fibre: 3, BNC: 4, DirectAttach: 5, None: 239, Other: 255 } as const;
export const duplexes = { Half: 0, Full: 1, Unknown: 255 } as const;
export const vlanProtocols = { '802.1q': 0x8100, '802.1ad': 0x88a8 } as const;
export const wakeOnLanModes = {
	phy: 0x1,
	unicast: 0x2,
	multicast: 0x4,
	broadcast: 0x8,
	magic: 0x20,
	magicsecure: 0x40,
	filter: 0x80,
} as const;

export const bondModes = {
	'balance-rr': 0,
	'active-backup': 1,
	'balance-xor': 2,
	broadcast: 3,
	'802.3ad': 4,
	'balance-tlb': 5,
	'balance-alb': 6,
} as const;
export const hashPolicies = { layer2: 0, 'layer3+4': 1, 'layer2+3': 2, 'encap2+3': 3, 'encap3+4': 4 } as const;
export const lacpRates = { slow: 0, fast: 1 } as const;
export const arpValidations = { none: 0, active: 1, backup: 2, all: 3, filter: 4, 'filter-active': 5, 'filter-backup': 6 } as const;
export const arpTargetRules = { any: 0, all: 1 } as const;
export const primaryReselections = { always: 0, better: 1, failure: 2 } as const;
export const failOverMacs = { none: 0, active: 1, follow: 2 } as const;
export const aggregatorSelections = { stable: 0, bandwidth: 1, count: 2 } as const;
export const lacpActivities = { off: 0, on: 1 } as const;

export const family = kernelWord('Family', families);
export const scope = kernelWord('Scope', scopes);
export const linkType = kernelWord('LinkType', linkTypes);
export const routeType = kernelWord('RouteType', routeTypes);
export const routeProtocol = kernelWord('RouteProtocol', routeProtocols);
export const ruleAction = kernelWord('RoutingRuleAction', ruleActions);
export const operationalState = kernelWord('OperationalState', operationalStates);
export const port = kernelWord('Port', ports);
export const duplex = kernelWord('Duplex', duplexes);
export const vlanProtocol = kernelWord('VLANProtocol', vlanProtocols);
export const wakeOnLanMode = kernelWord('WOLMode', wakeOnLanModes);
export const addressFlagSet = bits(addressFlags);
export const linkFlagSet = bits(linkFlags);
export const routeFlagSet = bits(routeFlags);

/** `main`, `local`, `default`, or the number of a routing table. */
export const routingTable: Field<string> = numeric(
	{ kind: 'name or number of a routing table' },
	{ encode: routingTableNumber, decode: routingTableName, view: (value) => value },
);

export function routingTableNumber(name: string): number {
	return tableNames[name] ?? Number(/\d+/.exec(name)?.[0] ?? 0);
}

export function routingTableName(number: number): string {
	const name = Object.entries(tableNames).find(([, known]) => known === number)?.[0];
	return name ?? (number <= 255 ? String(number) : `RoutingTable(${number})`);
}

/** rtnetlink(7): RT_TABLE_*. */
const tableNames: Readonly<Record<string, number>> = { unspec: 0, default: 253, main: 254, local: 255 };
