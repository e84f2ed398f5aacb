import type { DocumentKind } from '../../document.ts';
import { type EthernetConfig, ethernetConfigSchema } from './ethernet-config.gen.ts';

/** The settings of an Ethernet adapter that ethtool shows: features, rings, channels, wake on LAN. */
export const ethernetConfig: DocumentKind<EthernetConfig> = {
	kind: 'EthernetConfig',
	schema: ethernetConfigSchema,
	since: 'v1.10',
	named: true,
	controlPlaneOnly: false,
	validate(ethernet, problems) {
		if (!ethernet.name) problems.error(['name'], 'name is required');
	},
};
