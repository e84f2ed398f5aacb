import type { DocumentKind } from '../../document.ts';
import { quote } from '../../quote.ts';
import { isNegative } from '../../scalars/duration.ts';
import { isPlainAddress } from '../../scalars/subnet.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type TimeSyncConfig, timeSyncConfigSchema } from './time-sync-config.gen.ts';

/** Where the clock is set from: NTP servers, or a PTP device. */
export const timeSyncConfig: DocumentKind<TimeSyncConfig> = {
	kind: 'TimeSyncConfig',
	schema: timeSyncConfigSchema,
	since: 'v1.12',
	named: false,
	controlPlaneOnly: false,
	validate({ bootTimeout, ntp, ptp }, problems) {
		if (isNegative(bootTimeout)) problems.error(['bootTimeout'], 'bootTimeout cannot be negative');
		if (ntp && ptp) problems.error(['ptp'], 'only one of ntp or ptp configuration can be specified');
		if (!ntp?.useNTS) return;
		for (const [index, server] of (ntp.servers ?? []).entries()) {
			if (isPlainAddress(server)) problems.error(['ntp', 'servers', index], `NTS requires hostnames, not IP addresses: ${quote(server)}`);
		}
	},
	conflicts(_document, root: RootConfig, problems) {
		const time = root.machine?.time;
		if (time?.disabled) problems.error(['enabled'], 'time sync cannot be disabled in both v1alpha1 and new-style configuration');
		else if (time?.servers?.length) {
			problems.error(['ntp', 'servers'], 'time servers cannot be specified in both v1alpha1 and new-style configuration');
		} else if (time?.bootTimeout && time.bootTimeout !== '0s') {
			problems.error(['bootTimeout'], 'boot timeout cannot be specified in both v1alpha1 and new-style configuration');
		}
	},
};
