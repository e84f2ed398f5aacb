import { decodeKubeconfig } from '@ichor/client';
import { KubernetesClient } from '@ichor/kubernetes';
import { defaults } from '@ichor/machinery/versions';
import type { Context } from '@ichor/std';
import { accessOf } from '../kubeconfig-access.ts';

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
		const access = accessOf(decodeKubeconfig(await this.#kubeconfig(context), 'the kubeconfig of the node'));
		this.#client = new KubernetesClient(this.#endpoint === '' ? access : { ...access, server: urlOf(this.#endpoint) });
		return this.#client;
	}

	close(): void {
		this.#client?.close();
	}
}

/** With the port of the API unless another is named. */
function urlOf(endpoint: string): string {
	const authority = endpoint.replace(/^https:\/\//, '');
	return `https://${/^(?:\[[^\]]*\]|[^:]*):\d+$/.test(authority) ? authority : `${authority}:${defaults.controlPlanePort}`}`;
}
