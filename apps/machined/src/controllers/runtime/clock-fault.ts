import type { DiagnosticSpec } from '@ichor/machinery/resources';
import { defaults } from '@ichor/machinery/versions';

/** Tells of the last jump of the machine's clock: between two looks it went otherwise than the one that never jumps. */
export class ClockFault {
	readonly #now: () => number;
	/** What the one is ahead of the other. */
	#ahead: number;
	#last: { readonly by: number; readonly seen: number } | undefined;

	/** @param now milliseconds since 1970, by the machine's clock */
	constructor(now: () => number) {
		this.#now = now;
		this.#ahead = now() - performance.now();
	}

	/** The last jump of more than certificates allow for, for a while after it was seen. */
	look(): DiagnosticSpec | undefined {
		const ahead = this.#now() - performance.now();
		const by = ahead - this.#ahead;
		this.#ahead = ahead;
		if (Math.abs(by) > defaults.allowedClockSkew) this.#last = { by, seen: performance.now() };
		if (this.#last === undefined || performance.now() - this.#last.seen > toldTime) return undefined;
		const seconds = Math.round(Math.abs(this.#last.by) / 1000);
		return {
			message: `the clock of this machine jumped ${this.#last.by > 0 ? 'forward' : 'back'} by ${seconds} s`,
			details: ['certificates hold by the clock: compare it with `time --check SERVER`, and set that of the host'],
		};
	}
}

/** Milliseconds: whoever looks into what followed from it still finds it. */
const toldTime = 10 * 60_000;
