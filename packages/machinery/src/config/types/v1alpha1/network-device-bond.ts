import type { Problems } from '../../document.ts';
import type { BondMode } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { NetworkDeviceBond } from './network-device.gen.ts';

/** The rules of a bond of the root document: known values, and only options that its mode has. */
export function checkDeviceBond(bond: NetworkDeviceBond, problems: Problems): void {
	for (const { option, type, message } of closedOptions) {
		const text = bond[option];
		if (text && !type.enum?.values.includes(text)) problems.error([option], `${message} ${text}`);
	}
	checkDelays(bond, problems);
	checkModeOptions(bond, modeOf(bond), problems);
}

/** The options with a closed set of values, in the order of upstream's report. */
const closedOptions = [
	{ option: 'mode', type: scalar.bondMode, message: 'invalid bond type' },
	{ option: 'xmitHashPolicy', type: scalar.bondXmitHashPolicy, message: 'invalid xmit hash policy' },
	{ option: 'lacpRate', type: scalar.lacpRate, message: 'invalid lacp rate' },
	{ option: 'arpValidate', type: scalar.arpValidate, message: 'invalid arp_validate mode' },
	{ option: 'arpAllTargets', type: scalar.arpAllTargets, message: 'invalid arp_all_targets mode' },
	{ option: 'primaryReselect', type: scalar.primaryReselect, message: 'invalid primary_reselect mode' },
	{ option: 'failOverMac', type: scalar.failOverMAC, message: 'invalid fail_over_mac value' },
	{ option: 'adSelect', type: scalar.adSelect, message: 'invalid ad_select mode' },
] as const;

/** A mode that there is not counts as the kernel's default. */
function modeOf({ mode }: NetworkDeviceBond): BondMode {
	return bondModes.find((known) => known === mode) ?? 'balance-rr';
}

const bondModes: readonly BondMode[] = ['balance-rr', 'active-backup', 'balance-xor', 'broadcast', '802.3ad', 'balance-tlb', 'balance-alb'];

/** Links are looked at every `miimon` milliseconds: a delay is a number of such looks. */
function checkDelays({ miimon = 0, updelay = 0, downdelay = 0 }: NetworkDeviceBond, problems: Problems): void {
	for (const [option, name, delay] of [
		['updelay', 'upDelay', updelay],
		['downdelay', 'downDelay', downdelay],
	] as const) {
		if (miimon === 0 && delay !== 0) problems.error([option], `bond.${name} can't be set if miiMon is zero`);
		if (miimon !== 0 && delay % miimon !== 0) problems.error([option], `bond.${name} should be a multiple of miiMon`);
	}
}

function checkModeOptions(bond: NetworkDeviceBond, mode: BondMode, problems: Problems): void {
	const isLACP = mode === '802.3ad';
	const isBalancing = mode === 'balance-tlb' || mode === 'balance-alb';
	const isUnavailable = (option: string, name = option) => problems.error([option], `bond.${name} is not available in ${mode} mode`);
	const isForLACP = (option: string) => problems.error([option], `bond.${option} is only available in 802.3ad mode`);
	const isUnsupported = (option: string) => problems.error([option], `bond.${option} is not supported`);

	if (bond.arpIPTarget?.length) isUnsupported('arpIPTarget');
	if (bond.lacpRate && !isLACP) isForLACP('lacpRate');
	if (bond.adActorSystem) isUnsupported('adActorSystem');
	if (bond.arpValidate && (isLACP || isBalancing)) isUnavailable('arpValidate');
	if (bond.primary && !isBalancing && mode !== 'active-backup') isUnavailable('primary');
	if (bond.arpInterval && (isLACP || isBalancing)) isUnavailable('arpInterval');
	if ((bond.packetsPerSlave ?? 0) > 1 && mode !== 'balance-rr') isUnavailable('packetsPerSlave');
	if (bond.tlbDynamicLb && !isBalancing) isUnavailable('tlbDynamicLb', 'tlbDynamicTLB');
	if (bond.adActorSysPrio && !isLACP) isForLACP('adActorSysPrio');
	if (bond.adUserPortKey && !isLACP) isForLACP('adUserPortKey');
}
