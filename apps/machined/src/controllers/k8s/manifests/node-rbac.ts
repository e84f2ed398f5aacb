import type { JsonObject } from '../json.ts';

const rbac = 'rbac.authorization.k8s.io';

/** Who joins may ask for a certificate, and who has one for another. */
export const nodeBootstrap: JsonObject = binding('system-bootstrap-node-bootstrapper', 'system:node-bootstrapper', [
	'system:bootstrappers:nodes',
	'system:nodes',
]);

/** What nodes ask for is granted: the first time, and when a certificate ends. */
export const approveBootstrap: JsonObject = binding(
	'system-bootstrap-approve-node-client-csr',
	'system:certificates.k8s.io:certificatesigningrequests:nodeclient',
	['system:bootstrappers:nodes'],
);

export const approveRenewal: JsonObject = binding(
	'system-bootstrap-node-renewal',
	'system:certificates.k8s.io:certificatesigningrequests:selfnodeclient',
	['system:nodes'],
);

/** Machines find the API servers by the slices of the service that Kubernetes has for itself. */
export const talosNodes: readonly JsonObject[] = [
	{
		...binding('system:talos-nodes', 'system:talos-nodes', ['system:nodes']),
		metadata: {
			name: 'system:talos-nodes',
			labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' },
			annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' },
		},
	},
	{
		apiVersion: `${rbac}/v1`,
		kind: 'ClusterRole',
		metadata: { name: 'system:talos-nodes', labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' } },
		rules: [{ apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] }],
	},
];

function binding(name: string, role: string, groups: readonly string[]): JsonObject {
	return {
		apiVersion: `${rbac}/v1`,
		kind: 'ClusterRoleBinding',
		metadata: { name },
		roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: role },
		subjects: groups.map((group) => ({ apiGroup: rbac, kind: 'Group', name: group })),
	};
}
