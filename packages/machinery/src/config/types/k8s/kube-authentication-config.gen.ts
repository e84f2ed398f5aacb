// Generated from model/k8s/kube-authentication-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { FreeForm } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Decides whom the Kubernetes API server believes.
 * Needed wherever KubeAPIServerConfig is used, since the server always starts with this file.
 */
export interface KubeAuthenticationConfig extends DocumentMeta {
	/**
	 * The body of an `AuthenticationConfiguration`, without `apiVersion` and `kind`.
	 * Certificates and service accounts work without being mentioned. A patch replaces the whole value.
	 */
	readonly configuration?: FreeForm;
}

export const kubeAuthenticationConfigSchema: StructSchema = {
	name: 'k8s.KubeAuthenticationConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'configuration', type: { of: 'any' }, replace: true },
	],
};
