import { ResolverSpec, type ResolverSpecSpec, resolversId } from '@ichor/machinery/resources';
import { merging } from './merging.ts';

/**
 * Servers of one layer add up. The configuration's replace all others; those of other layers replace lower ones of
 * their own family. Domains to search add up, those of higher layers first.
 */
export const resolverMergeController = merging({
	name: 'ResolverMergeControllers.net.talos.dev',
	type: ResolverSpec,
	id: () => resolversId,
	join: joinResolvers,
});

export function joinResolvers(lower: ResolverSpecSpec, upper: ResolverSpecSpec): ResolverSpecSpec {
	const searchDomains = [...new Set([...(upper.searchDomains ?? []), ...(lower.searchDomains ?? [])])];
	return { dnsServers: serversOf(lower, upper), layer: upper.layer, ...(searchDomains.length === 0 ? {} : { searchDomains }) };
}

function serversOf(lower: ResolverSpecSpec, upper: ResolverSpecSpec): readonly string[] {
	if (upper.layer === lower.layer) return [...lower.dnsServers, ...upper.dnsServers];
	if (upper.dnsServers.length === 0) return lower.dnsServers;
	if (upper.layer === 'configuration') return upper.dnsServers;
	const families = new Set(upper.dnsServers.map(isIPv6));
	return [...upper.dnsServers, ...lower.dnsServers.filter((server) => !families.has(isIPv6(server)))];
}

function isIPv6(address: string): boolean {
	return address.includes(':');
}
