// Generated from model/k8s/kube-credential-provider-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { FreeForm } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Lets the kubelet ask a helper program for registry credentials.
 * The program comes with a system extension. Cannot stand beside `machine.kubelet`.
 */
export interface KubeCredentialProviderConfig extends DocumentMeta {
	/**
	 * A `CredentialProviderConfig` of the kubelet, with its `apiVersion` and `kind`.
	 * A patch replaces the whole value.
	 */
	readonly configuration?: FreeForm;
}

export const kubeCredentialProviderConfigSchema: StructSchema = {
	name: 'k8s.KubeCredentialProviderConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'configuration', type: { of: 'any' }, replace: true },
	],
};
