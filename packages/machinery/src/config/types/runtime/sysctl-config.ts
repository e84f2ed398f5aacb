import type { DocumentKind } from '../../document.ts';
import { type SysctlConfig, sysctlConfigSchema } from './sysctl-config.gen.ts';

/** Parameters of the running kernel. */
export const sysctlConfig: DocumentKind<SysctlConfig> = {
	kind: 'SysctlConfig',
	schema: sysctlConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	validate({ params = {} }, problems) {
		if (Object.hasOwn(params, '')) problems.error(['params', ''], 'sysctl key cannot be empty');
	},
};
