import type { DocumentKind } from '../../document.ts';
import { isNegative } from '../../scalars/duration.ts';
import { checkCommonProbe } from './common-probe.ts';
import { type TCPProbeConfig, tcpProbeConfigSchema } from './tcp-probe-config.gen.ts';

/** A check of the network: does a TCP port answer? */
export const tcpProbeConfig: DocumentKind<TCPProbeConfig> = {
	kind: 'TCPProbeConfig',
	schema: tcpProbeConfigSchema,
	since: 'v1.13',
	named: true,
	controlPlaneOnly: false,
	validate(probe, problems) {
		if (!probe.name) problems.error(['name'], 'probe name is required');
		if (!probe.endpoint) problems.error(['endpoint'], 'TCP probe endpoint is required');
		if (isNegative(probe.timeout)) problems.error(['timeout'], `TCP probe timeout cannot be negative: ${probe.timeout}`);
		checkCommonProbe(probe, problems);
	},
};
