import type { BondMasterSpec } from '@ichor/machinery/resources';
import { given } from '../given.ts';

/** What is said of a bond, in the names of its resource: a legacy device and a BondConfig have some of their own. */
type BondSettings = { readonly [Key in keyof BondMasterSpec]?: BondMasterSpec[Key] | undefined };

/** Settings that are not written have the kernel's defaults. */
export function bondMaster(value: BondSettings): BondMasterSpec {
	return {
		mode: value.mode ?? 'balance-rr',
		xmitHashPolicy: value.xmitHashPolicy ?? 'layer2',
		lacpRate: value.lacpRate ?? 'slow',
		arpValidate: value.arpValidate ?? 'none',
		arpAllTargets: value.arpAllTargets ?? 'any',
		primaryReselect: value.primaryReselect ?? 'always',
		failOverMac: value.failOverMac ?? 'none',
		adSelect: value.adSelect ?? 'stable',
		...(value.adLacpActive === undefined ? {} : { adLacpActive: value.adLacpActive }),
		...given({
			primary: value.primary,
			miimon: value.miimon,
			updelay: value.updelay,
			downdelay: value.downdelay,
			useCarrier: value.useCarrier ?? true,
			arpInterval: value.arpInterval,
			arpIpTargets: value.arpIpTargets,
			nsIp6Targets: value.nsIp6Targets,
			adActorSysPrio: value.adActorSysPrio ?? 65535,
			adUserPortKey: value.adUserPortKey,
			resendIgmp: value.resendIgmp ?? 1,
			minLinks: value.minLinks,
			lpInterval: value.lpInterval ?? 1,
			packetsPerSlave: value.packetsPerSlave ?? 1,
			numPeerNotif: value.numPeerNotif ?? 1,
			tlbLogicalLb: value.tlbLogicalLb ?? 1,
			allSlavesActive: value.allSlavesActive,
			peerNotifyDelay: value.peerNotifyDelay,
			missedMax: value.missedMax,
		}),
	};
}
