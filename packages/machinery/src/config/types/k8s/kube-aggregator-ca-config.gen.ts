// Generated from model/k8s/kube-aggregator-ca-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import { type CertificateAndKey, certificateAndKeySchema } from '../meta/certificate.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * The certificate authority that extension API servers recognize the API server by.
 * Takes the place of `cluster.aggregatorCA`; with both, the configuration is refused.
 */
export interface KubeAggregatorCAConfig extends DocumentMeta {
	/** Certificate and key that the API server's client certificate for extension servers is made with. */
	readonly issuingCA?: CertificateAndKey;
	/**
	 * Certificates, as PEM, that are accepted besides that of the issuing authority.
	 * Keeps old client certificates valid while the authority is being replaced.
	 */
	readonly acceptedCAs?: readonly string[];
}

export const kubeAggregatorCAConfigSchema: StructSchema = {
	name: 'k8s.KubeAggregatorCAConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'issuingCA', type: { of: 'struct', struct: certificateAndKeySchema }, nullable: true, omitEmpty: true },
		{ name: 'acceptedCAs', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};
