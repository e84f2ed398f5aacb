import type { DocumentKind } from '../../document.ts';
import { type SysfsConfig, sysfsConfigSchema } from './sysfs-config.gen.ts';

/** Values that are written to files below /sys. */
export const sysfsConfig: DocumentKind<SysfsConfig> = {
	kind: 'SysfsConfig',
	schema: sysfsConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: false,
	validate({ params = {} }, problems) {
		if (Object.hasOwn(params, '')) problems.error(['params', ''], 'sysfs key cannot be empty');
	},
};
