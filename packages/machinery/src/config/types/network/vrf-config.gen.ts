// Generated from model/network/vrf-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { HardwareAddr, RoutingTable } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';
import { type CommonLink, linkAddressSchema, linkRouteSchema } from './common-link.gen.ts';

/** Creates a routing domain of its own and puts links into it. */
export interface VRFConfig extends DocumentMeta, CommonLink {
	/** Names the routing domain; it appears as a link. */
	readonly name?: string;
	/** MAC address of that link; absent, a random one. */
	readonly hardwareAddr?: HardwareAddr;
	/** Links to put into the routing domain, by name or alias. */
	readonly links?: readonly string[];
	/** Routing table of the domain, 1 to 252; not one that is used otherwise. */
	readonly table?: RoutingTable;
}

export const vrfConfigSchema: StructSchema = {
	name: 'network.VRFConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'hardwareAddr', type: scalar.hardwareAddr, omitEmpty: true },
		{ name: 'links', type: { of: 'list', item: scalar.string }, omitEmpty: true },
		{ name: 'table', type: scalar.routingTable },
		{ name: 'up', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'mtu', type: scalar.uint32, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'addresses', type: { of: 'list', item: { of: 'struct', struct: linkAddressSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'routes', type: { of: 'list', item: { of: 'struct', struct: linkRouteSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'multicast', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
	],
};
