import { ResolverSpecSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { address, list, named, optional, type SpecOf, specCodec, text } from '../spec/index.ts';
import { configLayer } from './config-layer.ts';

/** The name servers that the machine must ask. */
export const resolverSpecFields = {
	dnsServers: list(address),
	layer: named('configLayer', configLayer),
	searchDomains: optional(list(text)),
};

/** The name servers that the machine must ask. */
export const ResolverSpec = defineResource({
	type: 'ResolverSpecs.net.talos.dev',
	namespace: 'network',
	printColumns: [
		{ name: 'Layer', jsonPath: '{.layer}' },
		{ name: 'Resolvers', jsonPath: '{.dnsServers}' },
		{ name: 'Search Domains', jsonPath: '{.searchDomains}' },
	],
	codec: specCodec(ResolverSpecSpecSchema, resolverSpecFields),
});

export type ResolverSpecSpec = SpecOf<typeof ResolverSpec>;

/** Id of ResolverSpec and of ResolverStatus. */
export const resolversId = 'resolvers';
