// Generated from model/network/dummy-link-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { HardwareAddr } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';
import { type CommonLink, linkAddressSchema, linkRouteSchema } from './common-link.gen.ts';

/** Creates a link that leads nowhere, to hold addresses that belong to the machine rather than to a cable. */
export interface DummyLinkConfig extends DocumentMeta, CommonLink {
	/** Names the link. */
	readonly name?: string;
	/** MAC address of the link; absent, a random one. */
	readonly hardwareAddr?: HardwareAddr;
}

export const dummyLinkConfigSchema: StructSchema = {
	name: 'network.DummyLinkConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'hardwareAddr', type: scalar.hardwareAddr, omitEmpty: true },
		{ name: 'up', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'mtu', type: scalar.uint32, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'addresses', type: { of: 'list', item: { of: 'struct', struct: linkAddressSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'routes', type: { of: 'list', item: { of: 'struct', struct: linkRouteSchema } }, omitEmpty: true, from: 'network.CommonLinkConfig' },
		{ name: 'multicast', type: scalar.bool, nullable: true, omitEmpty: true, from: 'network.CommonLinkConfig' },
	],
};
