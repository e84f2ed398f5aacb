import type { DiagnosticSpec } from '@ichor/machinery/resources';
import { ClockJumps } from '../clock-jumps.ts';

/** Tells of the last jump of the machine's clock. */
export class ClockFault {
	readonly #jumps: ClockJumps;
	#last: { readonly by: number; readonly seen: number } | undefined;

	/** @param now milliseconds since 1970, by the machine's clock */
	constructor(now: () => number) {
		this.#jumps = new ClockJumps(now);
	}

	/** The last jump, for a while after it was seen. */
	look(): DiagnosticSpec | undefined {
		const by = this.#jumps.look();
		if (by !== 0) this.#last = { by, seen: performance.now() };
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
