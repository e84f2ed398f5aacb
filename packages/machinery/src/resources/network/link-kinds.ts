import type { ValueOf } from '../spec/field.ts';
import { address, choice, duration, flag, list, named, optional, prefix, record, text, whole } from '../spec/index.ts';
import {
	aggregatorSelections,
	arpTargetRules,
	arpValidations,
	bondModes,
	failOverMacs,
	hashPolicies,
	lacpActivities,
	lacpRates,
	primaryReselections,
	routingTable,
	vlanProtocol,
} from './kernel-words.ts';

/** What makes a link a VLAN, a bond, a bridge, a VRF, an end of a veth pair or a WireGuard tunnel: wanted in LinkSpec, found in LinkStatus. */
export const vlan = record({ vlanID: named('vid', whole), vlanProtocol: named('protocol', vlanProtocol) });

export const bondMaster = record({
	mode: choice(bondModes),
	xmitHashPolicy: named('hashPolicy', choice(hashPolicies)),
	lacpRate: choice(lacpRates),
	arpValidate: choice(arpValidations),
	arpAllTargets: choice(arpTargetRules),
	primary: named('primaryIndex', optional(whole)),
	primaryReselect: choice(primaryReselections),
	failOverMac: choice(failOverMacs),
	adSelect: choice(aggregatorSelections),
	miimon: named('miiMon', optional(whole)),
	updelay: named('upDelay', optional(whole)),
	downdelay: named('downDelay', optional(whole)),
	arpInterval: optional(whole),
	resendIgmp: optional(whole),
	minLinks: optional(whole),
	lpInterval: optional(whole),
	packetsPerSlave: optional(whole),
	numPeerNotif: optional(whole),
	tlbLogicalLb: named('tlbDynamicLb', optional(whole)),
	allSlavesActive: optional(whole),
	useCarrier: optional(flag),
	adActorSysPrio: optional(whole),
	adUserPortKey: optional(whole),
	peerNotifyDelay: optional(whole),
	arpIpTargets: named('arpipTargets', optional(list(address))),
	nsIp6Targets: named('nsip6Targets', optional(list(address))),
	adLacpActive: named('adlacpActive', optional(choice(lacpActivities))),
	missedMax: optional(whole),
});

export const bridgeMaster = record({
	stp: optional(record({ enabled: flag })),
	vlan: optional(record({ filteringEnabled: flag })),
});

export const veth = record({ peerName: text });

export const vrfMaster = record({ table: routingTable });

export const wireguard = record({
	privateKey: optional(text),
	publicKey: optional(text),
	listenPort: whole,
	firewallMark: whole,
	peers: list(
		record({
			publicKey: text,
			presharedKey: text,
			endpoint: text,
			persistentKeepaliveInterval: duration,
			allowedIPs: named('allowedIps', list(prefix)),
		}),
	),
});

export type VlanSpec = ValueOf<typeof vlan>;
export type BondMasterSpec = ValueOf<typeof bondMaster>;
export type BridgeMasterSpec = ValueOf<typeof bridgeMaster>;
export type VrfMasterSpec = ValueOf<typeof vrfMaster>;
export type WireguardSpec = ValueOf<typeof wireguard>;
