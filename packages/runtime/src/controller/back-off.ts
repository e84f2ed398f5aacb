/** Pauses that grow by half each time, up to a minute, each moved at random by as much as a half so that failures do not march in step. */
export class BackOff {
	readonly #random: () => number;
	#interval = firstPause;

	/** @param random a number from 0 to below 1 */
	constructor(random: () => number = Math.random) {
		this.#random = random;
	}

	/** Milliseconds to wait before the next attempt. */
	next(): number {
		const interval = this.#interval;
		this.#interval = Math.min(interval * 1.5, longestPause);
		return interval * (0.5 + this.#random());
	}

	/** Begins anew. */
	reset(): void {
		this.#interval = firstPause;
	}
}

/** Milliseconds, as upstream's controllers have them. */
const firstPause = 500;
const longestPause = 60_000;
