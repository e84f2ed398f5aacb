// Generated from model/network/blackhole-route-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Drops packets to a network instead of sending them to the default gateway.
 * Useful below a summary route: what no more precise route claims does not loop.
 */
export interface BlackholeRouteConfig extends DocumentMeta {
	/** The network, as an address with its prefix length. */
	readonly name?: string;
	/** Priority among routes to the same network; the lowest wins. */
	readonly metric?: number;
}

export const blackholeRouteConfigSchema: StructSchema = {
	name: 'network.BlackholeRouteConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'metric', type: scalar.uint32, omitEmpty: true },
	],
};
