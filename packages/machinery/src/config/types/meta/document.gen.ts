// Generated from model/meta/document.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';

/** What every document but the root begins with. */
export interface DocumentMeta {
	/** Version of the document's format; `v1alpha1` is the only one. */
	readonly apiVersion?: string;
	/** What the document configures. */
	readonly kind?: string;
}

export const documentMetaSchema: StructSchema = {
	name: 'meta.Meta',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true },
		{ name: 'kind', type: scalar.string },
	],
};
