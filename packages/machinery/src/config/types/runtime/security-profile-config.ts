import type { DocumentKind } from '../../document.ts';
import { type SecurityProfileConfig, securityProfileConfigSchema } from './security-profile-config.gen.ts';

/** How far workloads are kept apart from the machine. */
export const securityProfileConfig: DocumentKind<SecurityProfileConfig> = {
	kind: 'SecurityProfileConfig',
	schema: securityProfileConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
};
