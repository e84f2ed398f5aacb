// Generated from model/network/dhcpv4-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { ClientIdentifier, HardwareAddr } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Gets addresses and routes for a link with DHCP.
 * As soon as any such document or any link document exists, links without one get no DHCP of their own accord.
 */
export interface DHCPv4Config extends DocumentMeta {
	/** The link, by name or alias. */
	readonly name?: string;
	/**
	 * Priority of the routes that the server sends; the lowest wins.
	 * @default 1024
	 */
	readonly routeMetric?: number;
	/**
	 * Does not take the host name from the server.
	 * @default false
	 */
	readonly ignoreHostname?: boolean;
	/**
	 * Does not take routes, the default route among them, from the server.
	 * The leased address still comes with the route to its own network.
	 * @default false
	 * @since v1.14
	 */
	readonly ignoreRoutes?: boolean;
	/**
	 * How the server recognizes this machine.
	 * `mac` by the link's address, `duid` by the value of `duidRaw`, `none` not at all.
	 * @default mac
	 */
	readonly clientIdentifier?: ClientIdentifier;
	/** The bytes that identify this machine; required with `duid` and refused otherwise. */
	readonly duidRaw?: HardwareAddr;
}

export const dhcpv4ConfigSchema: StructSchema = {
	name: 'network.DHCPv4ConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'routeMetric', type: scalar.uint32, omitEmpty: true },
		{ name: 'ignoreHostname', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'ignoreRoutes', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'clientIdentifier', type: scalar.clientIdentifier, nullable: true, omitEmpty: true },
		{ name: 'duidRaw', type: scalar.hardwareAddr, omitEmpty: true },
	],
};
