import type { BondData } from '@ichor/linux/netlink';
import {
	aggregatorSelections,
	arpTargetRules,
	arpValidations,
	type BondMasterSpec,
	bondModes,
	failOverMacs,
	hashPolicies,
	lacpActivities,
	lacpRates,
	numberOfWord,
	primaryReselections,
	wordOfNumber,
} from '@ichor/machinery/resources';
import { given } from './given.ts';

/** The settings of a bond, from the kernel's numbers. */
export function bondWords(data: BondData): BondMasterSpec {
	return {
		mode: wordOfNumber('BondMode', bondModes, data.mode ?? 0),
		xmitHashPolicy: wordOfNumber('BondXmitHashPolicy', hashPolicies, data.xmitHashPolicy ?? 0),
		lacpRate: wordOfNumber('LACPRate', lacpRates, data.adLacpRate ?? 0),
		arpValidate: wordOfNumber('ARPValidate', arpValidations, data.arpValidate ?? 0),
		arpAllTargets: wordOfNumber('ARPAllTargets', arpTargetRules, data.arpAllTargets ?? 0),
		...given({ primary: data.primary }),
		primaryReselect: wordOfNumber('PrimaryReselect', primaryReselections, data.primaryReselect ?? 0),
		failOverMac: wordOfNumber('FailOverMAC', failOverMacs, data.failOverMac ?? 0),
		adSelect: wordOfNumber('ADSelect', aggregatorSelections, data.adSelect ?? 0),
		...given({
			miimon: data.miimon,
			updelay: data.upDelay,
			downdelay: data.downDelay,
			arpInterval: data.arpInterval,
			resendIgmp: data.resendIgmp,
			minLinks: data.minLinks,
			lpInterval: data.lpInterval,
			packetsPerSlave: data.packetsPerSlave,
			numPeerNotif: data.numPeerNotif,
			tlbLogicalLb: data.tlbDynamicLb,
			allSlavesActive: data.allSlavesActive,
			useCarrier: data.useCarrier === 1,
			adActorSysPrio: data.adActorSysPrio,
			adUserPortKey: data.adUserPortKey,
			peerNotifyDelay: data.peerNotifyDelay,
			arpIpTargets: data.arpIpTargets,
			nsIp6Targets: data.nsIp6Targets,
			missedMax: data.missedMax,
		}),
		...(data.adLacpActive === undefined ? {} : { adLacpActive: wordOfNumber('ADLACPActive', lacpActivities, data.adLacpActive) }),
	};
}

/** The same back, as numbers for the kernel. What a mode does not know is left out: the kernel refuses it. */
export function bondNumbers(spec: BondMasterSpec): BondData {
	const mode = numberOfWord(bondModes, spec.mode);
	const aggregates = spec.mode === '802.3ad';
	const probes = spec.mode === 'active-backup' || (spec.arpInterval ?? 0) > 0;
	return {
		mode,
		xmitHashPolicy: numberOfWord(hashPolicies, spec.xmitHashPolicy),
		...(aggregates
			? { adLacpRate: numberOfWord(lacpRates, spec.lacpRate), adSelect: numberOfWord(aggregatorSelections, spec.adSelect) }
			: {}),
		...(aggregates && spec.adLacpActive !== undefined ? { adLacpActive: numberOfWord(lacpActivities, spec.adLacpActive) } : {}),
		...(probes && !aggregates
			? { arpValidate: numberOfWord(arpValidations, spec.arpValidate), arpAllTargets: numberOfWord(arpTargetRules, spec.arpAllTargets) }
			: {}),
		primaryReselect: numberOfWord(primaryReselections, spec.primaryReselect),
		...(spec.mode === 'active-backup' ? { failOverMac: numberOfWord(failOverMacs, spec.failOverMac) } : {}),
		...given({
			primary: spec.primary,
			miimon: spec.miimon,
			upDelay: spec.updelay,
			downDelay: spec.downdelay,
			arpInterval: spec.arpInterval,
			resendIgmp: spec.resendIgmp,
			minLinks: spec.minLinks,
			lpInterval: spec.lpInterval,
			packetsPerSlave: spec.mode === 'balance-rr' ? spec.packetsPerSlave : undefined,
			numPeerNotif: spec.numPeerNotif,
			tlbDynamicLb: spec.mode === 'balance-tlb' ? spec.tlbLogicalLb : undefined,
			allSlavesActive: spec.allSlavesActive,
			adActorSysPrio: aggregates ? spec.adActorSysPrio : undefined,
			adUserPortKey: aggregates ? spec.adUserPortKey : undefined,
			peerNotifyDelay: spec.peerNotifyDelay,
			arpIpTargets: spec.arpIpTargets,
			nsIp6Targets: spec.nsIp6Targets,
			missedMax: spec.missedMax,
		}),
		useCarrier: spec.useCarrier === true ? 1 : 0,
	};
}
