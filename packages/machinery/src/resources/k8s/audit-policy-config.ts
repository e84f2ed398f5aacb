import { AuditPolicyConfigSpecSchema } from '@ichor/api/resource/definitions/k8s';
import { defineResource } from '@ichor/runtime';
import { freeForm, type SpecOf, specCodec } from '../spec/index.ts';

/** What the API server writes to its audit log. */
export const AuditPolicyConfig = defineResource({
	type: 'AuditPolicyConfigs.kubernetes.talos.dev',
	namespace: 'controlplane',
	sensitive: true,
	codec: specCodec(AuditPolicyConfigSpecSchema, {
		config: freeForm,
	}),
});

export type AuditPolicyConfigSpec = SpecOf<typeof AuditPolicyConfig>;

export const auditPolicyConfigId = 'audit-policy';
