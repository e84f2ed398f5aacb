import type { TalosServices } from '@ichor/client/api';
import { type Context, rest } from '@ichor/std';

/** The end of what the kernel of a node has logged, followed also while the node restarts. */
export class KernelLogTail {
	readonly #ended = new AbortController();
	readonly #node: string;
	#text = '';

	constructor(node: string, services: Pick<TalosServices, 'machine'>, context: Context) {
		this.#node = node;
		void this.#follow(services, { ...context, signal: AbortSignal.any([context.signal, this.#ended.signal]) });
	}

	/** Each message begins with the name of the node. At most a mebibyte. */
	get text(): string {
		return this.#text;
	}

	close(): void {
		this.#ended.abort(new Error('the log is no longer followed'));
	}

	async #follow({ machine }: Pick<TalosServices, 'machine'>, context: Context): Promise<void> {
		const decoder = new TextDecoder();
		while (!context.signal.aborted) {
			try {
				for await (const { bytes } of machine.dmesg({ follow: true, tail: true }, { signal: context.signal })) {
					this.#text = `${this.#text}${this.#node}: ${decoder.decode(bytes)}`.slice(-capacity);
				}
			} catch {
				// the node is away, or nobody wants to know any more: the loop and the pause tell which
			}
			await rest(context, 1000);
		}
	}
}

/** Characters that are kept: the capacity of upstream's buffer. */
const capacity = 1 << 20;
