// Generated from model/network/link-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';
import { type CommonLink, linkAddressSchema, linkRouteSchema } from './common-link.gen.ts';

/** Gives addresses and routes to a link that exists, such as a network card. */
export interface LinkConfig extends DocumentMeta, CommonLink {
	/** The link, by name or alias. */
	readonly name?: string;
}

export const linkConfigSchema: StructSchema = {
	name: 'network.LinkConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'up', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'mtu', type: scalar.uint32, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'addresses', type: { of: 'list', item: { of: 'struct', struct: linkAddressSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'routes', type: { of: 'list', item: { of: 'struct', struct: linkRouteSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'multicast', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
	],
};
