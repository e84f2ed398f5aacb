// Generated from model/network/layer2-vip-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Shares an address among the control plane nodes of one network segment.
 * One node at a time holds it and tells the segment so with ARP or neighbor advertisements. Meant for the Kubernetes API
 * and for nothing else; it needs etcd, so it is of no use to reach the machine API.
 */
export interface Layer2VIPConfig extends DocumentMeta {
	/** The shared address; free, and of the segment that the nodes are in. */
	readonly name?: string;
	/** Link that the address is put on, by name or alias. */
	readonly link?: string;
}

export const layer2VIPConfigSchema: StructSchema = {
	name: 'network.Layer2VIPConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'link', type: scalar.string },
	],
};
