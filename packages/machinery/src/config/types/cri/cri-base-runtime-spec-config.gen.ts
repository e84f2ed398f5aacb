// Generated from model/cri/cri-base-runtime-spec-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { FreeForm } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Changes the OCI runtime specification that every container of the CRI starts from.
 * Takes the place of `machine.baseRuntimeSpecOverrides`; with both, the configuration is refused. A change restarts the
 * CRI, not the machine.
 */
export interface CRIBaseRuntimeSpecConfig extends DocumentMeta {
	/**
	 * The part of the specification that should differ, merged over the built-in one.
	 * Keys as in the OCI runtime specification. A patch replaces the whole value.
	 */
	readonly overrides?: FreeForm;
}

export const criBaseRuntimeSpecConfigSchema: StructSchema = {
	name: 'cri.CRIBaseRuntimeSpecConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'overrides', type: { of: 'any' }, omitEmpty: true, replace: true },
	],
};
