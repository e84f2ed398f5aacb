// Generated from model/network/vlan-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { VLANProtocol } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';
import { type CommonLink, linkAddressSchema, linkRouteSchema } from './common-link.gen.ts';

/** Creates a link for one VLAN of another link. */
export interface VLANConfig extends DocumentMeta, CommonLink {
	/** Names the link. */
	readonly name?: string;
	/** Number of the VLAN, 1 to 4094. */
	readonly vlanID?: number;
	/**
	 * Kind of tag: the usual one (`802.1q`), or the outer one of stacked VLANs (`802.1ad`).
	 * @default 802.1q
	 */
	readonly vlanMode?: VLANProtocol;
	/** Link that carries the VLAN, by name or alias. */
	readonly parent?: string;
}

export const vlanConfigSchema: StructSchema = {
	name: 'network.VLANConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'vlanID', type: scalar.uint16, omitEmpty: true },
		{ name: 'vlanMode', type: scalar.vlanProtocol, nullable: true, omitEmpty: true },
		{ name: 'parent', type: scalar.string, omitEmpty: true },
		{ name: 'up', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'mtu', type: scalar.uint32, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'addresses', type: { of: 'list', item: { of: 'struct', struct: linkAddressSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'routes', type: { of: 'list', item: { of: 'struct', struct: linkRouteSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'multicast', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
	],
};
