// Generated from model/runtime/sysfs-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Sets kernel attributes under `/sys`.
 * Merged over `machine.sysfs`; for the same name, the document counts.
 */
export interface SysfsConfig extends DocumentMeta {
	/** Values by name: the path below `/sys`, with dots for slashes. */
	readonly params?: Readonly<Record<string, string>>;
}

export const sysfsConfigSchema: StructSchema = {
	name: 'runtime.SysfsConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'params', type: { of: 'map', value: scalar.string } },
	],
};
