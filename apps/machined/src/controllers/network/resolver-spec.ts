import { ResolverSpec, ResolverStatus, resolversId } from '@ichor/machinery/resources';
import { transforming } from '@ichor/runtime';

/** Tells of the name servers that hold. */
export const resolverSpecController = transforming({
	name: 'network.ResolverSpecController',
	input: ResolverSpec,
	output: ResolverStatus,
	outputId: () => resolversId,
	transform: async (_context, _reader, { spec: { dnsServers, searchDomains = [] } }) => ({ dnsServers, searchDomains }),
});
