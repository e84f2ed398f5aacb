// Generated from model/network/veth-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';
import { type CommonLink, linkAddressSchema, linkRouteSchema } from './common-link.gen.ts';

/** Creates a pair of links that are connected like two ends of a cable. */
export interface VethConfig extends DocumentMeta, CommonLink {
	/** Names this end: 1 to 15 bytes, no alias. */
	readonly name?: string;
	/** The other end, with a name, addresses and routes of its own. */
	readonly peer?: VethPeer;
}

/** The other end of a pair. */
export interface VethPeer extends CommonLink {
	/**
	 * Names the other end: 1 to 15 bytes, no alias, different from the first.
	 * Put it into the `links` of a VRFConfig to connect the machine's main routing with the VRF.
	 */
	readonly name?: string;
}

export const vethPeerSchema: StructSchema = {
	name: 'network.VethPeerConfig',
	fields: [
		{ name: 'name', type: scalar.string },
		{ name: 'up', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'mtu', type: scalar.uint32, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'addresses', type: { of: 'list', item: { of: 'struct', struct: linkAddressSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'routes', type: { of: 'list', item: { of: 'struct', struct: linkRouteSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'multicast', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
	],
};

export const vethConfigSchema: StructSchema = {
	name: 'network.VethConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'peer', type: { of: 'struct', struct: vethPeerSchema } },
		{ name: 'up', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'mtu', type: scalar.uint32, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'addresses', type: { of: 'list', item: { of: 'struct', struct: linkAddressSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'routes', type: { of: 'list', item: { of: 'struct', struct: linkRouteSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'multicast', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
	],
};
