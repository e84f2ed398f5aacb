// Generated from model/network/static-host-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/** Gives names to an address in `/etc/hosts`. */
export interface StaticHostConfig extends DocumentMeta {
	/** Address that the names stand for, IPv4 or IPv6. */
	readonly name?: string;
	/** Its names; at least one. */
	readonly hostnames?: readonly string[];
}

export const staticHostConfigSchema: StructSchema = {
	name: 'network.StaticHostConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'hostnames', type: { of: 'list', item: scalar.string } },
	],
};
