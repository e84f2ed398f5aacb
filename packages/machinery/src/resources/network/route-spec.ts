import { RouteSpecSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { address, named, optional, prefix, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { configLayer } from './config-layer.ts';
import { family, routeFlagSet, routeProtocol, routeType, routingTable, scope } from './kernel-words.ts';

/** A route that must be there. */
export const routeSpecFields = {
	family,
	dst: named('destination', prefix),
	src: named('source', address),
	gateway: address,
	outLinkName: optional(text),
	table: routingTable,
	priority: optional(whole),
	scope,
	type: routeType,
	flags: routeFlagSet,
	protocol: routeProtocol,
	layer: named('configLayer', configLayer),
	mtu: optional(whole),
};

/** A route that must be there. */
export const RouteSpec = defineResource({
	type: 'RouteSpecs.net.talos.dev',
	namespace: 'network',
	codec: specCodec(RouteSpecSpecSchema, routeSpecFields),
});

export type RouteSpecSpec = SpecOf<typeof RouteSpec>;

/** Id of RouteSpec and of RouteStatus. */
export function routeId(route: {
	readonly table: string;
	readonly family: string;
	readonly dst: string;
	readonly gateway: string;
	readonly priority?: number;
	readonly outLinkName?: string;
}): string {
	const table = route.table === 'main' ? '' : `${route.table}/`;
	// the same gateway may be behind several links: fe80::1
	const link = route.family === 'inet6' ? `${route.outLinkName ?? ''}/` : '';
	return `${table}${link}${route.family}/${route.gateway}/${route.dst}/${route.priority ?? 0}`;
}

/** Of a route for which nothing else is said (upstream: network.DefaultRouteMetric). */
export const defaultRouteMetric = 1024;
