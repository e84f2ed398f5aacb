import type { DocumentKind } from '../../document.ts';
import { type BridgeConfig, bridgeConfigSchema } from './bridge-config.gen.ts';
import { checkCommonLink } from './common-link.ts';

/** Several links switched as one Ethernet segment. */
export const bridgeConfig: DocumentKind<BridgeConfig> = {
	kind: 'BridgeConfig',
	schema: bridgeConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate(bridge, problems) {
		if (!bridge.name) problems.error(['name'], 'name must be specified');
		checkCommonLink(bridge, problems);
	},
};
