// Generated from model/k8s/kube-audit-policy-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { FreeForm } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Decides which requests to the Kubernetes API are recorded.
 * Takes the place of `cluster.apiServer.auditPolicy`; with both, the configuration is refused. Without either, the
 * metadata of every request is recorded.
 */
export interface KubeAuditPolicyConfig extends DocumentMeta {
	/**
	 * The audit policy, with its `apiVersion` and `kind`.
	 * A patch replaces the whole value.
	 */
	readonly configuration?: FreeForm;
}

export const kubeAuditPolicyConfigSchema: StructSchema = {
	name: 'k8s.KubeAuditPolicyConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'configuration', type: { of: 'any' }, replace: true },
	],
};
