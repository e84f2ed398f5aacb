import { documentsOf } from '@ichor/machinery/config';
import { defaultRouteMetric, RouteSpec, type RouteSpecSpec, routeId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig } from '../../boot/configuration.ts';
import { isWithin } from './address-order.ts';
import type { ConfiguredRoute } from './configured-links/configured-link.ts';
import { configuredLinkInputs, readConfiguredLinks } from './configured-links/read-configured-links.ts';
import { given } from './given.ts';
import { wishFor } from './wishes.ts';

/** The routes that the configuration wants: of links, and those that lead nowhere. */
export const routeConfigController: Controller = reconciling({
	name: 'network.RouteConfigController',
	inputs: [...configuredLinkInputs],
	outputs: [{ type: RouteSpec.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const routes = (await readConfiguredLinks(runtime)).flatMap((link) => link.routes.map((route) => routeSpec(route, link.name)));
		const holes = (config === undefined ? [] : documentsOf(config, 'BlackholeRouteConfig')).map(({ name = '', value }) => ({
			...routeSpec({ destination: name, gateway: '', source: '', metric: value.metric ?? 0, mtu: 0, table: 'main' }, ''),
			type: 'blackhole' as const,
			scope: 'global' as const,
		}));
		await wishFor(
			runtime,
			RouteSpec,
			[...routes, ...holes].map((spec) => ({ id: routeId(spec), spec })),
		);
	},
});

/** Zero addresses stand for none, and say of which family nothing is meant. */
export function routeSpec({ destination, gateway, source, metric, mtu, table }: ConfiguredRoute, outLinkName: string): RouteSpecSpec {
	const isIPv6 = [gateway, destination, source].some((text) => text.includes(':'));
	const dst = /^(0\.0\.0\.0|::)\/0$/.test(destination) ? '' : destination;
	const via = isZero(gateway) ? '' : gateway;
	const isLoopback = dst !== '' && (isWithin('127.0.0.0/8', dst) || isWithin('::1/128', dst));
	const isMulticast = dst !== '' && (isWithin('224.0.0.0/4', dst) || isWithin('ff00::/8', dst));
	return {
		family: isIPv6 ? 'inet6' : 'inet4',
		dst,
		src: isZero(source) ? '' : source,
		gateway: via,
		...given({ outLinkName }),
		table,
		priority: metric === 0 ? defaultRouteMetric : metric,
		scope: via === '' && dst !== '' ? 'link' : isLoopback ? 'host' : 'global',
		type: isMulticast ? 'multicast' : 'unicast',
		flags: '',
		protocol: 'static',
		layer: 'configuration',
		...given({ mtu }),
	};
}

function isZero(address: string): boolean {
	return address === '0.0.0.0' || address === '::';
}
