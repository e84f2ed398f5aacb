import { documentsOf, type MachineConfig, rootOf } from '@ichor/machinery/config';
import { HostnameStatus, hostnameId, ResolverSpec, type ResolverSpecSpec, resolversId } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { given } from './given.ts';
import { wishFor } from './wishes.ts';

/** The name servers that the configuration wants, and those for when nobody wants any. */
export const resolverConfigController: Controller = reconciling({
	name: 'network.ResolverConfigController',
	inputs: [configInput, { ...HostnameStatus.kind, id: hostnameId, kind: 'weak' }],
	outputs: [{ type: ResolverSpec.type, kind: 'shared' }],
	async reconcile(_, runtime) {
		const config = await activeConfig(runtime);
		const wanted = config === undefined ? undefined : resolversOf(config);
		const domainname = (await runtime.find(HostnameStatus.pointer(hostnameId)))?.spec.domainname ?? '';
		const ownDomain = wanted === undefined || wanted.disableDefault || domainname === '' ? [] : [domainname];
		const specs: ResolverSpecSpec[] = [{ dnsServers: defaultServers, layer: 'default', ...given({ searchDomains: ownDomain }) }];
		if (wanted !== undefined && (wanted.servers.length > 0 || wanted.domains.length > 0))
			specs.push({ dnsServers: wanted.servers, layer: 'configuration', ...given({ searchDomains: wanted.domains }) });
		await wishFor(
			runtime,
			ResolverSpec,
			specs.map((spec) => ({ id: resolversId, spec })),
		);
	},
});

/** Upstream: constants.DefaultPrimaryResolver, constants.DefaultSecondaryResolver. */
const defaultServers = ['1.1.1.1', '8.8.8.8'];

function resolversOf(config: MachineConfig) {
	const legacy = rootOf(config)?.machine?.network;
	const [document] = documentsOf(config, 'ResolverConfig').map(({ value }) => value);
	return {
		servers: [...(legacy?.nameservers ?? []), ...(document?.nameservers ?? []).flatMap(({ address }) => address ?? [])],
		domains: [...(legacy?.searchDomains ?? []), ...(document?.searchDomains?.domains ?? [])],
		disableDefault: legacy?.disableSearchDomain === true || document?.searchDomains?.disableDefault === true,
	};
}
