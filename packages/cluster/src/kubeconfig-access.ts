import type { Kubeconfig } from '@ichor/client';
import type { ClusterAccess } from '@ichor/kubernetes';

/**
 * What a client needs of the current context of a kubeconfig that a node has made.
 *
 * @throws Error when a part is missing
 */
export function accessOf({ clusters, users, contexts, currentContext }: Kubeconfig): ClusterAccess {
	const context = contexts.get(currentContext);
	const cluster = clusters.get(textOf(context, 'cluster'));
	const user = users.get(textOf(context, 'user'));
	return {
		server: textOf(cluster, 'server'),
		authority: atob(textOf(cluster, 'certificate-authority-data')),
		certificate: atob(textOf(user, 'client-certificate-data')),
		key: atob(textOf(user, 'client-key-data')),
	};
}

function textOf(entry: Readonly<Record<string, unknown>> | undefined, field: string): string {
	const value = entry?.[field];
	if (typeof value !== 'string') throw new Error(`the kubeconfig of the node has no ${field}`);
	return value;
}
