import type { DescService } from '@bufbuild/protobuf';
import { type Channel, createClient, openChannel, type RpcClient } from '@ichor/rpc';

/** A containerd, seen from one of its namespaces. */
export class ContainerdConnection {
	readonly #channel: Channel;
	readonly #namespace: string;

	/**
	 * @param socket the path of containerd's socket
	 * @param namespace containerd keeps images and containers of different users apart: `system`, `k8s.io`
	 */
	constructor(socket: string, namespace: string) {
		this.#channel = openChannel(`unix:${socket}`);
		this.#namespace = namespace;
	}

	service<Service extends DescService>(service: Service): RpcClient<Service> {
		return createClient(service, this.#channel);
	}

	/** Goes with every call: which namespace is meant. */
	get metadata(): { readonly 'containerd-namespace': string } {
		return { 'containerd-namespace': this.#namespace };
	}

	close(): void {
		this.#channel.close();
	}
}
