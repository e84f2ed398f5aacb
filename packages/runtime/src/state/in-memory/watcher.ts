import type { ResourceEvent, Watch } from '../core-state.ts';
import type { Change, History } from './history.ts';

/** What a watcher sees of a history: where it begins, what it is told first, and what of each change. */
export interface WatcherOptions {
	/** Position of the first change to look at. */
	readonly from: number;
	/** Told before any change; may be empty. */
	readonly first: readonly ResourceEvent[];
	/** A change as this watcher sees it; undefined when it does not concern it. */
	readonly see: (change: Change) => ResourceEvent | undefined;
	/** Made when changes are gone that the watcher has not read yet. */
	readonly overrun: () => Error;
	readonly signal: AbortSignal | undefined;
}

/** Follows a history from a position on, in batches. */
export class Watcher implements Watch<readonly ResourceEvent[]> {
	readonly #history: History;
	readonly #options: WatcherOptions;
	#position: number;
	#first: readonly ResourceEvent[];
	#ended = false;
	#wake: (() => void) | undefined;

	constructor(history: History, options: WatcherOptions) {
		this.#history = history;
		this.#options = options;
		this.#position = options.from;
		this.#first = options.first;
		if (options.signal?.aborted === true) this.#ended = true;
		else options.signal?.addEventListener('abort', this.#end, { once: true });
	}

	[Symbol.asyncIterator](): this {
		return this;
	}

	async next(): Promise<IteratorResult<readonly ResourceEvent[], undefined>> {
		for (;;) {
			if (this.#ended) return { done: true, value: undefined };
			const batch = this.#take();
			if (batch.length > 0) return { done: false, value: batch };
			await new Promise<void>((resolve) => {
				this.#wake = resolve;
				this.#history.wait(resolve);
			});
		}
	}

	async return(): Promise<IteratorResult<readonly ResourceEvent[], undefined>> {
		this.#end();
		return { done: true, value: undefined };
	}

	#take(): readonly ResourceEvent[] {
		if (this.#first.length > 0) {
			const first = this.#first;
			this.#first = [];
			return first;
		}
		const changes = this.#history.since(this.#position);
		if (changes === undefined) {
			this.#end();
			throw this.#options.overrun();
		}
		this.#position += changes.length;
		return changes.flatMap((change) => this.#options.see(change) ?? []);
	}

	readonly #end = (): void => {
		this.#ended = true;
		this.#options.signal?.removeEventListener('abort', this.#end);
		if (this.#wake === undefined) return;
		this.#history.stopWaiting(this.#wake);
		this.#wake();
	};
}
