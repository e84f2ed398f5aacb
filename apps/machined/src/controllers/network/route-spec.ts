import type { Route, RouteNetlink } from '@ichor/linux/netlink';
import {
	bitsOf,
	families,
	numberOfWord,
	RouteSpec,
	type RouteSpecSpec,
	routeFlags,
	routeProtocols,
	routeTypes,
	routingTableNumber,
	scopes,
} from '@ichor/machinery/resources';
import type { Controller } from '@ichor/runtime';
import { applying } from './applying.ts';
import { changesOf } from './following.ts';
import { linkNamed } from './link-names.ts';

/** Makes the routes that must be there. Routes that nobody has spoken of are left alone. */
export function routeSpecController(kernel: RouteNetlink): Controller {
	return applying({
		name: 'network.RouteSpecController',
		type: RouteSpec,
		// a link that goes down takes its routes with it, an address too
		follow: changesOf(kernel, 'links', 'routes'),
		apply(context, spec) {
			const link = linkNamed(kernel, spec.outLinkName ?? '');
			if (spec.outLinkName !== undefined && link === undefined) return;
			const wanted = routeOf(spec, link?.index ?? 0);
			const there = kernel.routes().find((route) => isSame(route, wanted));
			if (there !== undefined) {
				if (holds(there, wanted)) return;
				kernel.removeRoute(there);
			}
			kernel.addRoute(wanted);
			context.log('info', 'created route', { destination: spec.dst || 'default', gateway: spec.gateway, link: spec.outLinkName });
		},
		withdraw(context, spec) {
			const index = linkNamed(kernel, spec.outLinkName ?? '')?.index ?? 0;
			const there = kernel.routes().find((route) => isSame(route, routeOf(spec, index)));
			if (there === undefined) return;
			kernel.removeRoute(there);
			context.log('info', 'deleted route', { destination: spec.dst || 'default', gateway: spec.gateway });
		},
	});
}

function routeOf(spec: RouteSpecSpec, outLinkIndex: number): Route {
	return {
		family: numberOfWord(families, spec.family),
		destination: spec.dst,
		source: spec.src,
		gateway: spec.gateway,
		outLinkIndex,
		table: routingTableNumber(spec.table),
		priority: spec.priority ?? 0,
		scope: numberOfWord(scopes, spec.scope),
		type: numberOfWord(routeTypes, spec.type),
		flags: bitsOf(routeFlags, spec.flags),
		protocol: numberOfWord(routeProtocols, spec.protocol),
		mtu: spec.mtu ?? 0,
	};
}

/** What makes two routes one for the kernel. */
function isSame(one: Route, other: Route): boolean {
	return (
		one.family === other.family &&
		one.destination === other.destination &&
		one.gateway === other.gateway &&
		one.table === other.table &&
		one.priority === other.priority &&
		(one.family === families.inet4 || one.outLinkIndex === other.outLinkIndex)
	);
}

/** Whether a route is as it must be. The kernel chooses a link where none is wanted. */
function holds(there: Route, wanted: Route): boolean {
	return (
		there.scope === wanted.scope &&
		there.type === wanted.type &&
		there.protocol === wanted.protocol &&
		there.source === wanted.source &&
		there.mtu === wanted.mtu &&
		(wanted.outLinkIndex === 0 || there.outLinkIndex === wanted.outLinkIndex)
	);
}
