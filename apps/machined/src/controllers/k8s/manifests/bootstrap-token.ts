import type { KubernetesRootSpec } from '@ichor/machinery/resources';
import type { JsonObject } from '../json.ts';

/** The token that kubelets join with. */
export function bootstrapToken({ bootstrapTokenID, bootstrapTokenSecret }: KubernetesRootSpec): JsonObject {
	return {
		apiVersion: 'v1',
		kind: 'Secret',
		metadata: { name: `bootstrap-token-${bootstrapTokenID}`, namespace: 'kube-system' },
		type: 'bootstrap.kubernetes.io/token',
		stringData: {
			'token-id': bootstrapTokenID,
			'token-secret': bootstrapTokenSecret,
			'usage-bootstrap-authentication': 'true',
			'auth-extra-groups': 'system:bootstrappers:nodes',
		},
	};
}
