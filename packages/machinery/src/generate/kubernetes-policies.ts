import { freeForm } from './free-form.ts';

/** The admission plugin's configuration: pods are held to `baseline`, and warned about from `restricted` on. */
export const podSecurityAdmission = freeForm({
	apiVersion: 'pod-security.admission.config.k8s.io/v1alpha1',
	kind: 'PodSecurityConfiguration',
	defaults: {
		enforce: 'baseline',
		'enforce-version': 'latest',
		audit: 'restricted',
		'audit-version': 'latest',
		warn: 'restricted',
		'warn-version': 'latest',
	},
	exemptions: { usernames: [], runtimeClasses: [], namespaces: ['kube-system'] },
});

/** Who did what is recorded, not what was in it. */
export const auditPolicy = freeForm({
	apiVersion: 'audit.k8s.io/v1',
	kind: 'Policy',
	rules: [{ level: 'Metadata' }],
});

/** The health of the API server is for everyone to ask, nothing else is. */
export const authentication = freeForm({
	anonymous: { enabled: true, conditions: [{ path: '/livez' }, { path: '/readyz' }, { path: '/healthz' }] },
	jwt: [],
});
