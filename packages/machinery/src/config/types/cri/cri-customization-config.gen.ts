// Generated from model/cri/cri-customization-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Adds a piece of configuration to the containerd that Kubernetes uses.
 * Pieces are merged in the order of their names. A change restarts the CRI.
 */
export interface CRICustomizationConfig extends DocumentMeta {
	/**
	 * Tells the pieces apart and decides their order.
	 * The name `customization` is reserved for the file `/etc/cri/conf.d/20-customization.part` of older configurations.
	 */
	readonly name?: string;
	/** The piece, in the TOML format of containerd's configuration. */
	readonly content?: string;
}

export const criCustomizationConfigSchema: StructSchema = {
	name: 'cri.CRICustomizationConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'content', type: scalar.string },
	],
};
