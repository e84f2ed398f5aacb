import type { DocumentKind } from '../../document.ts';
import { type UdevRulesConfig, udevRulesConfigSchema } from './udev-rules-config.gen.ts';

/** Rules for what happens to a device that appears. */
export const udevRulesConfig: DocumentKind<UdevRulesConfig> = {
	kind: 'UdevRulesConfig',
	schema: udevRulesConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
};
