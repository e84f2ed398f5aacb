// Generated from model/network/common-link.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Addr, Prefix, RoutingTable } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';

/** What every kind of network link can have. */
export interface CommonLink {
	/**
	 * Brings the link up, or keeps it down.
	 * @default true
	 */
	readonly up?: boolean;
	/** Largest packet in bytes; absent, the driver's value, mostly 1500. */
	readonly mtu?: number;
	/**
	 * Fixed addresses of the link.
	 * A patch appends to the list.
	 */
	readonly addresses?: readonly LinkAddress[];
	/**
	 * Fixed routes over the link.
	 * A patch appends to the list.
	 */
	readonly routes?: readonly LinkRoute[];
	/** Switches reception of multicast on or off; absent, the driver decides. */
	readonly multicast?: boolean;
}

/** A fixed address of a link. */
export interface LinkAddress {
	/** The address with the prefix length of its network. */
	readonly address?: Prefix;
	/** Metric of the route to the address's own network; the lowest wins. */
	readonly routePriority?: number;
}

/** A fixed route over a link. */
export interface LinkRoute {
	/** Network that the route leads to; absent, everything (the default route of the gateway's family). */
	readonly destination?: Prefix;
	/** Router that packets are sent to; absent, the network is reached directly on the link. */
	readonly gateway?: Addr;
	/** Source address that packets over the route leave with, unless the program chose one. */
	readonly source?: Addr;
	/**
	 * Priority among routes to the same network; the lowest wins.
	 * @default 1024
	 */
	readonly metric?: number;
	/** Largest packet in bytes on this route, when it is smaller than the link's. */
	readonly mtu?: number;
	/**
	 * Routing table that the route stands in.
	 * Other tables than `main` are only looked at when a RoutingRuleConfig or a VRF says so.
	 * @default main
	 */
	readonly table?: RoutingTable;
}

export const linkAddressSchema: StructSchema = {
	name: 'network.AddressConfig',
	fields: [
		{ name: 'address', type: scalar.plainPrefix },
		{ name: 'routePriority', type: scalar.uint32, nullable: true, omitEmpty: true },
	],
};

export const linkRouteSchema: StructSchema = {
	name: 'network.RouteConfig',
	fields: [
		{ name: 'destination', type: scalar.prefix, omitEmpty: true },
		{ name: 'gateway', type: scalar.addr, omitEmpty: true },
		{ name: 'source', type: scalar.addr, omitEmpty: true },
		{ name: 'metric', type: scalar.uint32, omitEmpty: true },
		{ name: 'mtu', type: scalar.uint32, omitEmpty: true },
		{ name: 'table', type: scalar.routingTable, omitEmpty: true },
	],
};

export const commonLinkSchema: StructSchema = {
	name: 'network.CommonLinkConfig',
	fields: [
		{ name: 'up', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'mtu', type: scalar.uint32, omitEmpty: true },
		{ name: 'addresses', type: { of: 'list', item: { of: 'struct', struct: linkAddressSchema } }, omitEmpty: true },
		{ name: 'routes', type: { of: 'list', item: { of: 'struct', struct: linkRouteSchema } }, omitEmpty: true },
		{ name: 'multicast', type: scalar.bool, nullable: true, omitEmpty: true },
	],
};
