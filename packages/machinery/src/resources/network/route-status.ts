import { RouteStatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { address, named, optional, prefix, type SpecOf, specCodec, text, whole } from '../spec/index.ts';
import { family, routeFlagSet, routeProtocol, routeType, routingTable, scope } from './kernel-words.ts';

/** A route that is there. */
export const RouteStatus = defineResource({
	type: 'RouteStatuses.net.talos.dev',
	namespace: 'network',
	aliases: ['route', 'routes'],
	printColumns: [
		{ name: 'Destination', jsonPath: '{.dst}' },
		{ name: 'Gateway', jsonPath: '{.gateway}' },
		{ name: 'Link', jsonPath: '{.outLinkName}' },
		{ name: 'Metric', jsonPath: '{.priority}' },
	],
	codec: specCodec(RouteStatusSpecSchema, {
		family,
		dst: named('destination', prefix),
		src: named('source', address),
		gateway: address,
		outLinkIndex: optional(whole),
		outLinkName: optional(text),
		table: routingTable,
		priority: whole,
		scope,
		type: routeType,
		flags: routeFlagSet,
		protocol: routeProtocol,
		mtu: optional(whole),
	}),
});

export type RouteStatusSpec = SpecOf<typeof RouteStatus>;
