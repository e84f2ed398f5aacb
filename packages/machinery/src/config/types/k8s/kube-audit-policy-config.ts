import type { DocumentKind } from '../../document.ts';
import type { RootConfig } from '../v1alpha1/root.gen.ts';
import { type KubeAuditPolicyConfig, kubeAuditPolicyConfigSchema } from './kube-audit-policy-config.gen.ts';

/** What kube-apiserver writes into its audit log. */
export const kubeAuditPolicyConfig: DocumentKind<KubeAuditPolicyConfig> = {
	kind: 'KubeAuditPolicyConfig',
	schema: kubeAuditPolicyConfigSchema,
	since: 'v1.14',
	named: false,
	controlPlaneOnly: true,
	conflicts(_document, root: RootConfig, problems) {
		const policy = root.cluster?.apiServer?.auditPolicy ?? {};
		if (Object.keys(policy).length > 0) problems.error([], 'audit policy config is already set in v1alpha1 config');
	},
};
