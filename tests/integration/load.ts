import type { TalosClient } from '@ichor/client/api';
import { messageOf } from '@ichor/std';

/** Calls `Version` of nodes again and again, as several clients at once, and counts. Some keep their connection, some make one for each call. */
export class Load {
	calls = 0;
	readonly failures: string[] = [];
	readonly #connect: () => Promise<TalosClient>;
	readonly #nodes: readonly string[];
	readonly #end = new AbortController();
	readonly #running: Promise<unknown>;

	constructor(connect: () => Promise<TalosClient>, nodes: readonly string[]) {
		this.#connect = connect;
		this.#nodes = nodes;
		this.#running = Promise.all([this.#keeping(), this.#keeping(), this.#renewing(), this.#renewing()]);
	}

	/** Resolves when the last call is answered. */
	async stop(): Promise<void> {
		this.#end.abort();
		await this.#running;
	}

	async #keeping(): Promise<void> {
		const client = await this.#connect();
		while (!this.#end.signal.aborted) await this.#call(client);
		client.close();
	}

	async #renewing(): Promise<void> {
		while (!this.#end.signal.aborted) {
			const client = await this.#connect();
			await this.#call(client);
			client.close();
		}
	}

	async #call(client: TalosClient): Promise<void> {
		const number = this.calls++;
		const node = this.#nodes[number % this.#nodes.length] ?? '';
		try {
			await client.node(node).machine.version({}, { timeout: callTimeout });
		} catch (error) {
			this.failures.push(`call ${number} of ${node}: ${messageOf(error)}`);
		}
	}
}

/** Milliseconds: many times what a busy machine takes. */
const callTimeout = 20_000;
