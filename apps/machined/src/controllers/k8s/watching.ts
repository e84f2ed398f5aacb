import type { KubernetesClient } from '@ichor/kubernetes';
import type { ControllerRuntime } from '@ichor/runtime';
import { type Context, messageOf } from '@ichor/std';

/** A watch of a controller, which begins anew when who watches or what is watched becomes another. */
export class Watching {
	readonly #context: Context;
	readonly #runtime: Pick<ControllerRuntime, 'queueReconcile'>;
	#key: string | undefined;
	#life: AbortController | undefined;

	constructor(context: Context, runtime: Pick<ControllerRuntime, 'queueReconcile'>) {
		this.#context = context;
		this.#runtime = runtime;
	}

	/**
	 * Lets the watch of this key run, and none of another key.
	 *
	 * @param key undefined is no watch
	 * @param open whom to ask; undefined when nobody can be asked yet
	 * @param watch runs until its context is cancelled
	 */
	async follow(
		key: string | undefined,
		open: () => Promise<KubernetesClient | undefined>,
		watch: (context: Context, client: KubernetesClient) => Promise<void>,
	): Promise<void> {
		if (key === this.#key) return;
		this.end();
		const client = key === undefined ? undefined : await open();
		if (client === undefined) {
			if (key !== undefined) this.#again();
			return;
		}
		this.#key = key;
		const life = new AbortController();
		this.#life = life;
		const signal = AbortSignal.any([this.#context.signal, life.signal]);
		void watch({ ...this.#context, signal }, client)
			.catch((error: unknown) => {
				if (signal.aborted) return;
				this.#context.log('debug', 'a watch of Kubernetes has ended', { error: messageOf(error) });
				this.#key = undefined;
				this.#again();
			})
			.finally(() => client.close());
	}

	end(): void {
		this.#life?.abort(new Error('no longer watched'));
		this.#life = undefined;
		this.#key = undefined;
	}

	#again(): void {
		setTimeout(() => this.#runtime.queueReconcile(), againPause).unref();
	}
}

/** Milliseconds before a watch that nobody could begin, or that was refused, is tried again. */
const againPause = 2000;
