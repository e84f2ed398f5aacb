import { defaults } from '@ichor/machinery/versions';

/** Compares the machine's clock with the one that never jumps, from look to look. */
export class ClockJumps {
	readonly #now: () => number;
	/** What the one is ahead of the other. */
	#ahead: number;

	/** @param now milliseconds since 1970, by the machine's clock */
	constructor(now: () => number) {
		this.#now = now;
		this.#ahead = now() - performance.now();
	}

	/** By how many milliseconds it has jumped since the last look, back when negative; 0 for what certificates allow for. */
	look(): number {
		const ahead = this.#now() - performance.now();
		const by = ahead - this.#ahead;
		this.#ahead = ahead;
		return Math.abs(by) > defaults.allowedClockSkew ? by : 0;
	}
}

/** Milliseconds between two looks: what follows from a jump is known within half a minute. */
export const clockPeriod = 5000;
