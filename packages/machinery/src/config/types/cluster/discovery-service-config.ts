import type { DocumentKind } from '../../document.ts';
import { type ParsedURL, parseURL } from '../../scalars/url.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type DiscoveryServiceConfig, discoveryServiceConfigSchema } from './discovery-service-config.gen.ts';

/** A discovery service, through which the members of the cluster find each other. */
export const discoveryServiceConfig: DocumentKind<DiscoveryServiceConfig> = {
	kind: 'DiscoveryServiceConfig',
	schema: discoveryServiceConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: false,
	validate({ name, endpoint }, problems) {
		if ((name ?? '') === '') return problems.error(['name'], 'name is required');
		if ((endpoint ?? '') === '') return problems.error(['endpoint'], 'endpoint is required');
		const problem = discoveryEndpointProblem(parseURL(endpoint ?? ''));
		if (problem !== undefined) problems.error(['endpoint'], problem);
	},
	conflicts(_, root: RootConfig, problems) {
		if (root.cluster?.discovery === undefined) return;
		problems.error([], 'discovery service is already configured in .cluster.discovery of the v1alpha1 config');
	},
};

/** What keeps a URL from being that of a discovery service. */
export function discoveryEndpointProblem({ scheme, hostname }: ParsedURL): string | undefined {
	if (scheme === '') return 'endpoint scheme is required';
	if (!['http', 'https', 'grpc'].includes(scheme)) return 'endpoint scheme must be http://, https:// or grpc://';
	return hostname === '' ? 'endpoint host is required' : undefined;
}
