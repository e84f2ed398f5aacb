import type { ResourceEvent } from '../core-state.ts';
import { encodeBookmark } from './bookmark.ts';

/** A change of a resource, as a history keeps it. */
export type Change = Extract<ResourceEvent, { readonly resource: unknown }>;

/**
 * The last changes of one kind of resource, each at a position that counts from 0 on, and the watchers that wait for the next.
 */
export class History {
	readonly #capacity: number;
	readonly #gap: number;
	readonly #changes: Change[] = [];
	readonly #waiting = new Set<() => void>();
	/** Position of the first change that is kept. */
	#first = 0;

	/**
	 * @param capacity how many changes are kept
	 * @param gap how many of the oldest ones nobody may begin at, so that a new watcher is not overrun at once
	 */
	constructor(capacity: number, gap: number) {
		this.#capacity = capacity;
		this.#gap = gap;
	}

	/** Position of the next change. */
	get end(): number {
		return this.#first + this.#changes.length;
	}

	/** The oldest position at which a watch may begin. */
	get oldest(): number {
		return Math.max(this.end - this.#capacity + this.#gap, 0);
	}

	/** Keeps a change and wakes whoever waits. */
	add(change: Change): void {
		this.#changes.push(Object.freeze({ ...change, bookmark: encodeBookmark(this.end) }));
		if (this.#changes.length > this.#capacity) {
			this.#changes.shift();
			this.#first += 1;
		}
		for (const wake of this.#waiting) wake();
		this.#waiting.clear();
	}

	/** The changes from a position on; undefined when some of them are gone. */
	since(position: number): readonly Change[] | undefined {
		return position < this.#first ? undefined : this.#changes.slice(position - this.#first);
	}

	/** Calls back once, at the next change. */
	wait(wake: () => void): void {
		this.#waiting.add(wake);
	}

	stopWaiting(wake: () => void): void {
		this.#waiting.delete(wake);
	}
}
