// Generated from model/k8s/kube-core-dns-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Deploys CoreDNS, which resolves the names of services, to the cluster.
 * Takes the place of `cluster.coreDNS`; with both, the configuration is refused.
 */
export interface KubeCoreDNSConfig extends DocumentMeta {
	/**
	 * Deploys CoreDNS.
	 * `false` leaves DNS to something that you install; what was deployed before stays.
	 * @default true
	 */
	readonly enabled?: boolean;
	/** Reference of the CoreDNS image; absent, the one that belongs to this version. */
	readonly image?: string;
}

export const kubeCoreDNSConfigSchema: StructSchema = {
	name: 'k8s.KubeCoreDNSConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'enabled', type: scalar.bool, nullable: true, omitEmpty: true },
		{ name: 'image', type: scalar.string, omitEmpty: true },
	],
};
