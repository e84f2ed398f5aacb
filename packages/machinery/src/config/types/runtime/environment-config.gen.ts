// Generated from model/runtime/environment-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Environment variables for the system and its services.
 * Several documents are merged; of the same variable, the last one counts. Services see a change when the machine boots
 * again.
 */
export interface EnvironmentConfig extends DocumentMeta {
	/**
	 * Values by name.
	 * A name has letters, digits and underscores, and does not begin with a digit. The usual use are the proxy variables.
	 */
	readonly variables?: Readonly<Record<string, string>>;
}

export const environmentConfigSchema: StructSchema = {
	name: 'runtime.EnvironmentV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'variables', type: { of: 'map', value: scalar.string } },
	],
};
