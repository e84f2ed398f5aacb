// Generated from model/runtime/sysctl-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Sets kernel parameters under `/proc/sys`.
 * Merged over `machine.sysctls`; for the same name, the document counts.
 */
export interface SysctlConfig extends DocumentMeta {
	/**
	 * Values by name; quote numbers, because values are text.
	 * Names with dots, or with slashes where a part of the name has dots in it: `net/ipv4/conf/eth0.10/rp_filter`.
	 */
	readonly params?: Readonly<Record<string, string>>;
}

export const sysctlConfigSchema: StructSchema = {
	name: 'runtime.SysctlConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'params', type: { of: 'map', value: scalar.string } },
	],
};
