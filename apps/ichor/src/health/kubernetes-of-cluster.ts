import { decodeKubeconfig } from '@ichor/client';
import type { TalosServices } from '@ichor/client/api';
import { type ClusterAccess, KubernetesClient } from '@ichor/kubernetes';
import { defaults } from '@ichor/machinery/versions';
import type { Context } from '@ichor/std';
import { fileInArchive } from '../nodes/file-in-archive.ts';
import { bytesOf } from '../nodes/streams.ts';

/** The Kubernetes API of a cluster, reached with the admin's kubeconfig that a node makes. Close it in the end. */
export class KubernetesOfCluster {
	readonly #services: Pick<TalosServices, 'machine'>;
	readonly #endpoint: string;
	#client: KubernetesClient | undefined;

	/** @param endpoint `HOST` or `HOST:PORT`, instead of the kubeconfig's; empty for that one */
	constructor(services: Pick<TalosServices, 'machine'>, endpoint: string) {
		this.#services = services;
		this.#endpoint = endpoint;
	}

	/** The same one each time, once there is one. */
	async client({ signal }: Context): Promise<KubernetesClient> {
		if (this.#client !== undefined) return this.#client;
		const archive = bytesOf(this.#services.machine.kubeconfig({}, { signal }));
		const access = accessIn(await fileInArchive('kubeconfig', archive));
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
