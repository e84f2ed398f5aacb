// Generated from model/network/hcloud-vip-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Shares an address among the control plane nodes in the Hetzner Cloud.
 * One node at a time holds it and tells the cloud so through its API. Meant for the Kubernetes API and for nothing else.
 */
export interface HCloudVIPConfig extends DocumentMeta {
	/** The shared address. */
	readonly name?: string;
	/** Link that the address is put on, by name or alias. */
	readonly link?: string;
	/** Token for the cloud's API, with write access. */
	readonly apiToken?: string;
}

export const hcloudVIPConfigSchema: StructSchema = {
	name: 'network.HCloudVIPConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'link', type: scalar.string },
		{ name: 'apiToken', type: scalar.string, secret: true },
	],
};
