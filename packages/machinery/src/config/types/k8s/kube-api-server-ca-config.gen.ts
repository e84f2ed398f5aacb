// Generated from model/k8s/kube-api-server-ca-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import * as scalar from '../scalars.gen.ts';
import { type CertificateAndKey, certificateAndKeySchema } from '../meta/certificate.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * The certificate authority of the Kubernetes API.
 * Control plane nodes need it with its key, workers only its certificate. Takes the place of `cluster.ca` and
 * `cluster.acceptedCAs`; with both, the configuration is refused.
 */
export interface KubeAPIServerCAConfig extends DocumentMeta {
	/** Certificate and key that Kubernetes certificates are made with; on control plane nodes only. */
	readonly issuingCA?: CertificateAndKey;
	/**
	 * Certificates, as PEM, that are trusted besides that of the issuing authority.
	 * On workers the only field. Holds the old and the new authority while one replaces the other.
	 */
	readonly acceptedCAs?: readonly string[];
}

export const kubeAPIServerCAConfigSchema: StructSchema = {
	name: 'k8s.KubeAPIServerCAConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'issuingCA', type: { of: 'struct', struct: certificateAndKeySchema }, nullable: true, omitEmpty: true },
		{ name: 'acceptedCAs', type: { of: 'list', item: scalar.string }, omitEmpty: true },
	],
};
