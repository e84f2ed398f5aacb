// Generated from model/cluster/discovery-service-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { URLText } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * A service through which the nodes of a cluster find each other.
 * Several documents with different names may exist; nodes then use all of these services. Takes the place of
 * `cluster.discovery`; with both, the configuration is refused. Needs an identity, from DiscoveryIdentityConfig or from
 * the root document.
 */
export interface DiscoveryServiceConfig extends DocumentMeta {
	/** Tells the services apart. */
	readonly name?: string;
	/**
	 * URL of the service.
	 * The scheme is `https`, `http` or `grpc`; the port defaults to that of the scheme. The public service is
	 * `https://discovery.talos.dev/`.
	 */
	readonly endpoint?: URLText;
}

export const discoveryServiceConfigSchema: StructSchema = {
	name: 'cluster.DiscoveryServiceConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'endpoint', type: scalar.urlText },
	],
};
