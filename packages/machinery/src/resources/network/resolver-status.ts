import { ResolverStatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { defineResource } from '@ichor/runtime';
import { address, list, type SpecOf, specCodec, text } from '../spec/index.ts';

/** The name servers that the machine asks. */
export const ResolverStatus = defineResource({
	type: 'ResolverStatuses.net.talos.dev',
	namespace: 'network',
	aliases: ['resolvers'],
	printColumns: [
		{ name: 'Resolvers', jsonPath: '{.dnsServers}' },
		{ name: 'Search Domains', jsonPath: '{.searchDomains}' },
	],
	codec: specCodec(ResolverStatusSpecSchema, {
		dnsServers: list(address),
		searchDomains: list(text),
	}),
});

export type ResolverStatusSpec = SpecOf<typeof ResolverStatus>;
