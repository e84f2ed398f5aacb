import type { DocumentKind } from '../../document.ts';
import { type NetworkDefaultActionConfig, networkDefaultActionConfigSchema } from './network-default-action-config.gen.ts';

/** What the ingress firewall does with traffic that no rule matches. */
export const networkDefaultActionConfig: DocumentKind<NetworkDefaultActionConfig> = {
	kind: 'NetworkDefaultActionConfig',
	schema: networkDefaultActionConfigSchema,
	since: 'v1.6',
	named: false,
	controlPlaneOnly: false,
};
