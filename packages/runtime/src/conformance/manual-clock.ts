import type { Clock } from '../controller/clock.ts';

/** A clock that only moves when told. */
export class ManualClock implements Clock {
	#now: number;
	readonly #sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
	#asleep: (() => void)[] = [];

	/** @param now milliseconds since 1970 */
	constructor(now = 0) {
		this.#now = now;
	}

	now(): number {
		return this.#now;
	}

	async sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
		signal.throwIfAborted();
		await new Promise<void>((resolve, reject) => {
			const sleeper = { at: this.#now + milliseconds, wake };
			const abort = (): void => {
				this.#sleepers.delete(sleeper);
				reject(signal.reason as Error);
			};
			function wake(): void {
				signal.removeEventListener('abort', abort);
				resolve();
			}
			signal.addEventListener('abort', abort, { once: true });
			this.#sleepers.add(sleeper);
			for (const tell of this.#asleep.splice(0)) tell();
		});
	}

	/** Resolves when somebody sleeps. */
	async someoneSleeps(): Promise<void> {
		if (this.#sleepers.size > 0) return;
		await new Promise<void>((resolve) => this.#asleep.push(resolve));
	}

	/** How long until the next sleeper wakes, in milliseconds; undefined when nobody sleeps. */
	get nextWake(): number | undefined {
		const times = [...this.#sleepers].map(({ at }) => at - this.#now);
		return times.length === 0 ? undefined : Math.min(...times);
	}

	/** Moves on, and wakes whoever has slept long enough. */
	advance(milliseconds: number): void {
		this.#now += milliseconds;
		for (const sleeper of this.#sleepers) {
			if (sleeper.at > this.#now) continue;
			this.#sleepers.delete(sleeper);
			sleeper.wake();
		}
	}
}
