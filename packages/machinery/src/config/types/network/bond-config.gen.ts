// Generated from model/network/bond-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { ADLACPActive, ADSelect, ARPAllTargets, ARPValidate, Addr, BondMode, BondXmitHashPolicy, FailOverMAC, HardwareAddr, LACPRate, PrimaryReselect } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';
import { type CommonLink, linkAddressSchema, linkRouteSchema } from './common-link.gen.ts';

/** Joins several links into one, for more bandwidth or to survive the loss of one. */
export interface BondConfig extends DocumentMeta, CommonLink {
	/** Names the bond as a link. */
	readonly name?: string;
	/** MAC address of the bond; absent, that of its first link. */
	readonly hardwareAddr?: HardwareAddr;
	/** Links to join, by name or alias; at least one. */
	readonly links?: readonly string[];
	/**
	 * How traffic is spread over the links; required.
	 * `active-backup` works with any switch; `802.3ad` (LACP) needs a switch that speaks it on all these ports.
	 */
	readonly bondMode?: BondMode;
	/**
	 * Milliseconds between two looks at the state of the links.
	 * 0 means never, which leaves a dead link in use; set 100 unless you monitor with ARP.
	 * @default 0
	 */
	readonly miimon?: number;
	/**
	 * Milliseconds that a link must be up before it is used again.
	 * A multiple of `miimon`.
	 * @default 0
	 */
	readonly updelay?: number;
	/**
	 * Milliseconds that a link must be down before it is given up.
	 * A multiple of `miimon`.
	 * @default 0
	 */
	readonly downdelay?: number;
	/**
	 * Asks the driver for the state of a link instead of reading the card's registers.
	 * Without effect since Linux 6.18, which always asks the driver.
	 * @default true
	 */
	readonly useCarrier?: boolean;
	/**
	 * Which parts of a packet decide over the link it takes, in the balancing modes.
	 * `layer3+4` spreads the connections between the same two machines; packets of one connection always take the same
	 * link.
	 * @default layer2
	 */
	readonly xmitHashPolicy?: BondXmitHashPolicy;
	/**
	 * Milliseconds between two ARP probes, as a way to monitor links other than `miimon`.
	 * @default 0
	 */
	readonly arpInterval?: number;
	/** IPv4 addresses that are probed, at most 16; needs `arpInterval`. */
	readonly arpIpTargets?: readonly Addr[];
	/** IPv6 addresses that are probed, at most 16; needs `arpInterval`. */
	readonly nsIp6Targets?: readonly Addr[];
	/**
	 * On which links the answers to probes are checked for being answers.
	 * @default none
	 */
	readonly arpValidate?: ARPValidate;
	/**
	 * Whether one answering target suffices for a link to be up, or all must answer.
	 * @default any
	 */
	readonly arpAllTargets?: ARPAllTargets;
	/**
	 * How often the switch is asked for LACP packets: every 30 seconds (`slow`) or every second (`fast`).
	 * @default slow
	 */
	readonly lacpRate?: LACPRate;
	/**
	 * What becomes of MAC addresses in `active-backup` mode.
	 * `none`: all links share one; `active`: the bond takes that of the active link; `follow`: the active link takes that
	 * of the bond.
	 * @default none
	 */
	readonly failOverMac?: FailOverMAC;
	/**
	 * Which group of links an `802.3ad` bond uses when there are several: the first (`stable`), the fastest, or the
	 * largest.
	 * @default stable
	 */
	readonly adSelect?: ADSelect;
	/**
	 * Priority of this machine in LACP, 1 to 65535; the lower one decides.
	 * @default 65535
	 */
	readonly adActorSysPrio?: number;
	/**
	 * Upper ten bits of the LACP port key, 0 to 1023.
	 * @default 0
	 */
	readonly adUserPortKey?: number;
	/**
	 * Whether LACP packets are sent unasked (`on`) or only as answers.
	 * @default on
	 */
	readonly adLACPActive?: ADLACPActive;
	/**
	 * Link that is preferred while it is up, in the modes `active-backup`, `balance-tlb` and `balance-alb`.
	 * Must be one of `links`.
	 * @since v1.15
	 */
	readonly primary?: string;
	/**
	 * When the preferred link takes over again after it has come back.
	 * `always`, only if it is `better` than the active one, or only after a `failure` of the active one.
	 * @default always
	 */
	readonly primaryReselect?: PrimaryReselect;
	/**
	 * How often multicast memberships are announced again after a change of the active link; 0 means 1.
	 * @default 1
	 */
	readonly resendIGMP?: number;
	/**
	 * Number of links that must be up for an `802.3ad` bond to be up.
	 * @default 0
	 */
	readonly minLinks?: number;
	/**
	 * Seconds between two packets that tell switches where our addresses are, in `balance-tlb` and `balance-alb`.
	 * 0 means 1.
	 * @default 1
	 */
	readonly lpInterval?: number;
	/**
	 * Packets to send over one link before the next one's turn, in `balance-rr`; 0 means 1.
	 * @default 1
	 */
	readonly packetsPerSlave?: number;
	/**
	 * How often neighbors are told about a change of the active link; 0 means 1.
	 * @default 1
	 */
	readonly numPeerNotif?: number;
	/**
	 * Moves connections between links by load in `balance-tlb` and `balance-alb`: 1 yes, 0 no.
	 * @default 0
	 */
	readonly tlbLogicalLb?: number;
	/**
	 * What becomes of packets that arrive on inactive links: 0 drops them, 1 takes them.
	 * @default 0
	 */
	readonly allSlavesActive?: number;
	/**
	 * Milliseconds between two such notices to neighbors.
	 * A multiple of the monitoring interval.
	 * @default 0
	 */
	readonly peerNotifDelay?: number;
	/**
	 * Number of unanswered ARP probes after which a link counts as down.
	 * @default 2
	 */
	readonly missedMax?: number;
}

export const bondConfigSchema: StructSchema = {
	name: 'network.BondConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'hardwareAddr', type: scalar.hardwareAddr, omitEmpty: true },
		{ name: 'links', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'bondMode', type: scalar.bondMode, nullable: true, omitEmpty: true },
		{ name: 'miimon', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'updelay', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'downdelay', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'useCarrier', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'xmitHashPolicy', type: scalar.bondXmitHashPolicy, nullable: true, omitEmpty: true },
		{ name: 'arpInterval', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'arpIpTargets', type: { of: 'list', item: scalar.plainAddr }, omitEmpty: true },
		{ name: 'nsIp6Targets', type: { of: 'list', item: scalar.plainAddr }, omitEmpty: true },
		{ name: 'arpValidate', type: scalar.arpValidate, nullable: true, omitEmpty: true },
		{ name: 'arpAllTargets', type: scalar.arpAllTargets, nullable: true, omitEmpty: true },
		{ name: 'lacpRate', type: scalar.lacpRate, nullable: true, omitEmpty: true },
		{ name: 'failOverMac', type: scalar.failOverMAC, nullable: true, omitEmpty: true },
		{ name: 'adSelect', type: scalar.adSelect, nullable: true, omitEmpty: true },
		{ name: 'adActorSysPrio', type: scalar.uint16, nullable: true, omitEmpty: true },
		{ name: 'adUserPortKey', type: scalar.uint16, nullable: true, omitEmpty: true },
		{ name: 'adLACPActive', type: scalar.adlacpActive, nullable: true, omitEmpty: true },
		{ name: 'primary', type: scalar.string, nullable: true, omitEmpty: true },
		{ name: 'primaryReselect', type: scalar.primaryReselect, nullable: true, omitEmpty: true },
		{ name: 'resendIGMP', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'minLinks', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'lpInterval', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'packetsPerSlave', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'numPeerNotif', type: scalar.uint8, nullable: true, omitEmpty: true },
		{ name: 'tlbLogicalLb', type: scalar.uint8, nullable: true, omitEmpty: true },
		{ name: 'allSlavesActive', type: scalar.uint8, nullable: true, omitEmpty: true },
		{ name: 'peerNotifDelay', type: scalar.uint32, nullable: true, omitEmpty: true },
		{ name: 'missedMax', type: scalar.uint8, nullable: true, omitEmpty: true },
		{ name: 'up', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'mtu', type: scalar.uint32, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'addresses', type: { of: 'list', item: { of: 'struct', struct: linkAddressSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'routes', type: { of: 'list', item: { of: 'struct', struct: linkRouteSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'multicast', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
	],
};
