import type { Route, RouteNetlink } from '@ichor/linux/netlink';
import {
	bitWords,
	families,
	RouteStatus,
	type RouteStatusSpec,
	routeFlags,
	routeId,
	routeProtocols,
	routeTypes,
	routingTableName,
	scopes,
	wordOfNumber,
} from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import { publish } from '../publish.ts';
import { changesOf, following } from './following.ts';
import { given } from './given.ts';

/** The kernel's routes, of all tables. */
export function routeStatusController(kernel: RouteNetlink): Controller {
	return following(changesOf(kernel, 'routes', 'links'), {
		name: 'network.RouteStatusController',
		inputs: [],
		outputs: [{ type: RouteStatus.type, kind: 'exclusive' }],
		async reconcile(_, runtime) {
			runtime.startTrackingOutputs();
			const names = new Map(kernel.links().map(({ index, name }) => [index, name]));
			for (const route of kernel.routes()) {
				const spec = statusOf(route, names.get(route.outLinkIndex) ?? '');
				await publish(runtime, RouteStatus, routeId(spec), spec);
			}
			await runtime.cleanupOutputs(RouteStatus.kind);
		},
	});
}

function statusOf(route: Route, outLinkName: string): RouteStatusSpec {
	const { family, destination, source, gateway, outLinkIndex, table, priority, scope, type, flags, protocol, mtu } = route;
	return {
		family: wordOfNumber('Family', families, family),
		dst: destination,
		src: source,
		gateway,
		...given({ outLinkIndex, outLinkName }),
		table: routingTableName(table),
		priority,
		scope: wordOfNumber('Scope', scopes, scope),
		type: wordOfNumber('RouteType', routeTypes, type),
		flags: bitWords(routeFlags, flags),
		protocol: wordOfNumber('RouteProtocol', routeProtocols, protocol),
		...given({ mtu }),
	};
}
