// Generated from model/cluster/discovery-identity-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * The identity that the nodes of a cluster find each other by.
 * Every node of a cluster needs the same values. Takes the place of `cluster.id` and `cluster.secret`; with both, the
 * configuration is refused.
 */
export interface DiscoveryIdentityConfig extends DocumentMeta {
	/**
	 * Tells this cluster apart from all others; 32 random bytes in base64.
	 * Not a secret: the discovery service sees it.
	 */
	readonly clusterID?: string;
	/**
	 * The key that members encrypt their announcements with; 32 random bytes in base64.
	 * The discovery service never sees it, and so cannot read what it passes on.
	 */
	readonly clusterSecret?: string;
}

export const discoveryIdentityConfigSchema: StructSchema = {
	name: 'cluster.DiscoveryIdentityConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'clusterID', type: scalar.string },
		{ name: 'clusterSecret', type: scalar.string, secret: true },
	],
};
