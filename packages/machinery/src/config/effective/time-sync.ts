import type { MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';

export interface TimeSync {
	readonly disabled: boolean;
	/** NTP servers, or PTP devices. */
	readonly servers: readonly string[];
	/** A duration; `0s` waits for ever. */
	readonly bootTimeout: string;
	readonly useNTS: boolean;
}

/** Where the clock is set from, by the document or else by the root document; undefined when neither says anything. */
export function timeSync(config: MachineConfig): TimeSync | undefined {
	const [document] = documentsOf(config, 'TimeSyncConfig');
	if (document !== undefined) {
		const { enabled = true, bootTimeout = '0s', ntp, ptp } = document.value;
		const servers = ntp === undefined ? ptp?.devices : ntp.servers;
		return { disabled: !enabled, servers: servers ?? [], bootTimeout, useNTS: ntp?.useNTS ?? false };
	}
	const time = rootOf(config)?.machine?.time;
	if (time === undefined) return undefined;
	return { disabled: time.disabled ?? false, servers: time.servers ?? [], bootTimeout: time.bootTimeout ?? '0s', useNTS: false };
}
