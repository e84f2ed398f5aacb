import { plainValue } from '@ichor/machinery/config';
import { auditPolicy } from '@ichor/machinery/effective';
import { AuditPolicyConfig, auditPolicyConfigId } from '@ichor/machinery/resources';
import { controlPlaneConfigController } from './control-plane-config.ts';
import { jsonObject } from './json.ts';

/** What the API server writes to its audit log. */
export const auditPolicyConfigController = controlPlaneConfigController({
	name: 'k8s.ControlPlaneAuditPolicyController',
	type: AuditPolicyConfig,
	id: auditPolicyConfigId,
	spec: (config) => ({ config: jsonObject(plainValue(auditPolicy(config))) }),
});
