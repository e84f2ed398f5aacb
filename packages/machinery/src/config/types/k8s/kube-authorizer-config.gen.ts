// Generated from model/k8s/kube-authorizer-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { FreeForm } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * One of the judges that the Kubernetes API server asks whether a request is allowed.
 * They are asked in the order of their documents until one decides. Every cluster needs one of type Node and one of type
 * RBAC.
 */
export interface KubeAuthorizerConfig extends DocumentMeta {
	/** Names the authorizer: a DNS label or a domain name. */
	readonly name?: string;
	/** The kind of authorizer. */
	readonly type?: string;
	/**
	 * How to ask a webhook; needed for that type and useless for the others.
	 * As in Kubernetes' `AuthorizationConfiguration`.
	 */
	readonly webhook?: FreeForm;
}

export const kubeAuthorizerConfigSchema: StructSchema = {
	name: 'k8s.KubeAuthorizerConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'type', type: scalar.string },
		{ name: 'webhook', type: { of: 'any' }, omitEmpty: true },
	],
};
