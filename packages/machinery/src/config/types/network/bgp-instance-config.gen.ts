// Generated from model/network/bgp-instance-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { Addr, Duration, Prefix } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/** Speaks BGP with routers, so that the machine's addresses are reachable over several links at once. */
export interface BGPInstanceConfig extends DocumentMeta {
	/** Names the instance, for logs, status and imports by other instances. */
	readonly name?: string;
	/** The VRF whose routes the instance deals in; absent, the machine's main routing. */
	readonly vrf?: string;
	/** Autonomous system number of this machine, 1 to 4294967295. */
	readonly localASN?: number;
	/**
	 * The machine's identity among BGP speakers, in the form of an IPv4 address.
	 * Absent, the first advertised IPv4 address.
	 */
	readonly routerID?: Addr;
	/**
	 * Source address that packets over learned routes leave with.
	 * Absent, the kernel takes an address of the outgoing link, which others may have no route to.
	 */
	readonly routeSource?: Addr;
	/**
	 * Links whose addresses are made known to the neighbors, with the prefix lengths that they have.
	 * Usually a dummy link with a /32 or /128 address. A patch replaces the whole list.
	 */
	readonly advertise?: readonly string[];
	/**
	 * Uses all equally good routes to a destination at once.
	 * @default false
	 */
	readonly multipath?: boolean;
	/** Upper bound for the routes used at once with `multipath`; absent or 0, the speaker's own. */
	readonly maxPaths?: number;
	/**
	 * Writes learned routes into the kernel's routing table.
	 * `false` keeps them for other instances to import.
	 * @default true
	 */
	readonly installRoutes?: boolean;
	/**
	 * Routes that this instance takes over from other instances and announces as its own.
	 * Only routes that the other instance has learned from its neighbors. A patch replaces the whole list.
	 */
	readonly importRoutes?: readonly BGPImportRoute[];
	/**
	 * Routers to speak with.
	 * A patch replaces the whole list.
	 */
	readonly neighbors?: readonly BGPNeighbor[];
}

/** Routes taken over from another BGP instance. */
export interface BGPImportRoute {
	/** Name of the instance that has learned the routes. */
	readonly bgpInstance?: string;
	/**
	 * Networks that a route must lie within to be taken over.
	 * They must not overlap with those of other imports of the same instance.
	 */
	readonly prefixes?: readonly Prefix[];
}

/** A router to speak BGP with, named by its address or by the link that leads to it. */
export interface BGPNeighbor {
	/** Address of the router; excludes `link`. */
	readonly address?: Addr;
	/**
	 * Link on which the router is discovered through IPv6; excludes `address`.
	 * Needs no addresses on either side.
	 */
	readonly link?: string;
	/** Autonomous system number that the router must have; 0 accepts any other than our own. */
	readonly peerASN?: number;
	/** Number that this machine shows to this router instead of the instance's. */
	readonly localASN?: number;
	/** Waits for the router to connect. */
	readonly passive?: boolean;
	/** Silence after which the router counts as gone; 0 leaves it to the speaker. */
	readonly holdTime?: Duration;
	/**
	 * Detects within milliseconds that the router is gone; an empty section suffices.
	 * Not possible in a VRF.
	 */
	readonly bfd?: BGPNeighborBFD;
}

/** Fast detection of a dead path to a router. */
export interface BGPNeighborBFD {
	/** Shortest time between two packets that we send; 0 leaves it to the speaker. */
	readonly transmitInterval?: Duration;
	/** Shortest time between two packets that we are able to receive; 0 leaves it to the speaker. */
	readonly receiveInterval?: Duration;
	/** Number of packets that may go missing before the path counts as dead; 0 leaves it to the speaker. */
	readonly detectMultiplier?: number;
}

export const bgpImportRouteSchema: StructSchema = {
	name: 'network.BGPImportRoute',
	fields: [
		{ name: 'bgpInstance', type: scalar.string },
		{ name: 'prefixes', type: { of: 'list', item: scalar.prefix } },
	],
};

export const bgpNeighborBFDSchema: StructSchema = {
	name: 'network.BGPBFDConfig',
	fields: [
		{ name: 'transmitInterval', type: scalar.duration, omitEmpty: true },
		{ name: 'receiveInterval', type: scalar.duration, omitEmpty: true },
		{ name: 'detectMultiplier', type: scalar.uint8, omitEmpty: true },
	],
};

export const bgpNeighborSchema: StructSchema = {
	name: 'network.BGPNeighborConfig',
	fields: [
		{ name: 'address', type: scalar.addr, omitEmpty: true },
		{ name: 'link', type: scalar.string, omitEmpty: true },
		{ name: 'peerASN', type: scalar.uint32, omitEmpty: true },
		{ name: 'localASN', type: scalar.uint32, omitEmpty: true },
		{ name: 'passive', type: scalar.bool, omitEmpty: true },
		{ name: 'holdTime', type: scalar.duration, omitEmpty: true },
		{ name: 'bfd', type: { of: 'struct', struct: bgpNeighborBFDSchema }, nullable: true, omitEmpty: true },
	],
};

export const bgpInstanceConfigSchema: StructSchema = {
	name: 'network.BGPInstanceConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'vrf', type: scalar.string, omitEmpty: true },
		{ name: 'localASN', type: scalar.uint32 },
		{ name: 'routerID', type: scalar.addr, omitEmpty: true },
		{ name: 'routeSource', type: scalar.addr, omitEmpty: true },
		{ name: 'advertise', type: { of: 'list', item: scalar.string }, omitEmpty: true, replace: true },
		{ name: 'multipath', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'maxPaths', type: scalar.uint8, omitEmpty: true },
		{ name: 'installRoutes', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'importRoutes', type: { of: 'list', item: { of: 'struct', struct: bgpImportRouteSchema } }, omitEmpty: true, replace: true },
		{ name: 'neighbors', type: { of: 'list', item: { of: 'struct', struct: bgpNeighborSchema } }, omitEmpty: true, replace: true },
	],
};
