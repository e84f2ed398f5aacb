// Generated from model/runtime/udev-rules-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Adds rules to udev.
 * Takes the place of `machine.udev`.
 */
export interface UdevRulesConfig extends DocumentMeta {
	/**
	 * The rules, one per item, in udev's own syntax.
	 * A group is given by its number, since the system has no group names.
	 */
	readonly rules?: readonly string[];
}

export const udevRulesConfigSchema: StructSchema = {
	name: 'runtime.UdevRulesConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'rules', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};
