import {
	AddressSpec,
	AddressStatus,
	activePlatformConfigId,
	addressId,
	type ConfigLayer,
	HostnameSpec,
	hostnameId,
	LinkSpec,
	layeredId,
	networkConfigNamespace,
	OperatorSpec,
	operatorId,
	PlatformConfig,
	PlatformMetadata,
	ProbeSpec,
	platformMetadataId,
	probeId,
	ResolverSpec,
	RouteSpec,
	resolversId,
	routeId,
	TimeServerSpec,
	timeServersId,
} from '@ichor/machinery/resources';
import { type Controller, type ControllerRuntime, type ResourceType, reconciling, withSpec } from '@ichor/runtime';
import { publish } from '../publish.ts';

/** Hands on what the platform wants, layer by layer, the addresses that others translate to this machine, and what it says of it. */
export const platformConfigApplyController: Controller = reconciling({
	name: 'network.PlatformConfigApplyController',
	inputs: [{ ...PlatformConfig.kind, id: activePlatformConfigId, kind: 'weak' }],
	outputs: [
		AddressSpec,
		LinkSpec,
		RouteSpec,
		HostnameSpec,
		ResolverSpec,
		TimeServerSpec,
		OperatorSpec,
		ProbeSpec,
		AddressStatus,
		PlatformMetadata,
	].map(({ type }) => ({
		type,
		kind: 'shared',
	})),
	async reconcile(_, runtime) {
		const config = (await runtime.find(PlatformConfig.pointer(activePlatformConfigId)))?.spec;
		runtime.startTrackingOutputs();
		if (config !== undefined) {
			await wishAll(runtime, AddressSpec, config.addresses, ({ linkName, address }) => addressId(linkName, address));
			await wishAll(runtime, LinkSpec, config.links, ({ name }) => name);
			await wishAll(runtime, RouteSpec, config.routes, routeId);
			await wishAll(runtime, HostnameSpec, config.hostnames, () => hostnameId);
			await wishAll(runtime, ResolverSpec, config.resolvers, () => resolversId);
			await wishAll(runtime, TimeServerSpec, config.timeServers, () => timeServersId);
			await wishAll(runtime, OperatorSpec, config.operators, operatorId);
			await wishAll(runtime, ProbeSpec, config.probes ?? [], probeId);
			for (const ip of config.externalIPs) await publishExternal(runtime, ip);
			if (config.metadata !== undefined) await publish(runtime, PlatformMetadata, platformMetadataId, config.metadata);
		}
		const layers = [AddressSpec, LinkSpec, RouteSpec, HostnameSpec, ResolverSpec, TimeServerSpec, OperatorSpec, ProbeSpec].map(
			({ type }) => ({
				type,
				namespace: networkConfigNamespace,
			}),
		);
		await runtime.cleanupOutputs(...layers, AddressStatus.kind, PlatformMetadata.kind);
	},
});

async function wishAll<Spec extends { readonly layer: ConfigLayer }>(
	runtime: ControllerRuntime,
	type: ResourceType<Spec>,
	specs: readonly Spec[],
	id: (spec: Spec) => string,
): Promise<void> {
	for (const spec of specs) {
		const empty = type.resource(layeredId(spec.layer, id(spec)), spec, { namespace: networkConfigNamespace });
		await runtime.modify(empty, (current) => withSpec(current, spec));
	}
}

/** On a link that does not exist: it counts as the machine's own, and is on none of its links. */
async function publishExternal(runtime: ControllerRuntime, ip: string): Promise<void> {
	const isIPv6 = ip.includes(':');
	const address = `${ip}/${isIPv6 ? 128 : 32}`;
	await publish(runtime, AddressStatus, addressId('external', address), {
		address,
		linkIndex: 0,
		linkName: 'external',
		family: isIPv6 ? 'inet6' : 'inet4',
		scope: 'global',
		flags: '',
		priority: 0,
	});
}
