import { decodeKubeconfig } from '@ichor/client';
import { type ClusterAccess, KubernetesClient } from '@ichor/kubernetes';
import { defaults } from '@ichor/machinery/versions';
import type { Context } from '@ichor/std';

/** The Kubernetes API of a cluster, reached with a kubeconfig that a node makes. Close it in the end. */
export class KubernetesOfCluster {
	readonly #kubeconfig: (context: Context) => Promise<Uint8Array>;
	readonly #endpoint: string;
	#client: KubernetesClient | undefined;

	/**
	 * @param kubeconfig makes one, or throws what keeps it from that: it is asked again then
	 * @param endpoint `HOST` or `HOST:PORT`, instead of the kubeconfig's; empty for that one
	 */
	constructor(kubeconfig: (context: Context) => Promise<Uint8Array>, endpoint: string) {
		this.#kubeconfig = kubeconfig;
		this.#endpoint = endpoint;
	}

	/** The same one each time, once there is one. */
	async client(context: Context): Promise<KubernetesClient> {
		if (this.#client !== undefined) return this.#client;
		const access = accessIn(await this.#kubeconfig(context));
		this.#client = new KubernetesClient(this.#endpoint === '' ? access : { ...access, server: urlOf(this.#endpoint) });
		return this.#client;
	}

	close(): void {
		this.#client?.close();
	}
}

function accessIn(kubeconfig: Uint8Array): ClusterAccess {
	const { clusters, users, contexts, currentContext } = decodeKubeconfig(kubeconfig, 'the kubeconfig of the node');
	const field = (entry: Readonly<Record<string, unknown>> | undefined, name: string): string => {
		const value = entry?.[name];
		if (typeof value !== 'string') throw new Error(`the kubeconfig of the node has no ${name}`);
		return value;
	};
	const context = contexts.get(currentContext);
	const cluster = clusters.get(field(context, 'cluster'));
	const user = users.get(field(context, 'user'));
	return {
		server: field(cluster, 'server'),
		authority: atob(field(cluster, 'certificate-authority-data')),
		certificate: atob(field(user, 'client-certificate-data')),
		key: atob(field(user, 'client-key-data')),
	};
}

/** With the port of the API unless another is named. */
function urlOf(endpoint: string): string {
	const authority = endpoint.replace(/^https:\/\//, '');
	return `https://${/^(?:\[[^\]]*\]|[^:]*):\d+$/.test(authority) ? authority : `${authority}:${defaults.controlPlanePort}`}`;
}
