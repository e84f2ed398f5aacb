import { encodeKubeconfig } from '@ichor/client';
import type { JsonObject } from '../json.ts';

/** The kubeconfig of pods in the machines' network: they reach the API server where the machines do. */
export function kubeconfigInCluster(server: string): JsonObject {
	const account = '/var/run/secrets/kubernetes.io/serviceaccount';
	const kubeconfig = encodeKubeconfig({
		clusters: new Map([['local', { server, 'certificate-authority': `${account}/ca.crt` }]]),
		users: new Map([['service-account', { tokenFile: `${account}/token` }]]),
		contexts: new Map([['local', { cluster: 'local', user: 'service-account' }]]),
		currentContext: 'local',
	});
	return {
		apiVersion: 'v1',
		kind: 'ConfigMap',
		metadata: { name: 'kubeconfig-in-cluster', namespace: 'kube-system' },
		data: { kubeconfig },
	};
}
