import type { Incumbent } from './campaign.ts';

/** How long a candidate that was elected may hold the office without another word from etcd. Times are performance.now. */
export class Term {
	readonly #lease: number;
	readonly #incumbent: Incumbent;
	#asked = 0;
	#fence: NodeJS.Timeout | undefined;
	#lastStay: NodeJS.Timeout | undefined;
	#elected = false;
	#holding = false;
	#over = false;

	/**
	 * @param lease in milliseconds
	 * @param asked when the lease was asked for
	 */
	constructor(lease: number, asked: number, incumbent: Incumbent) {
		this.#lease = lease;
		this.#incumbent = incumbent;
		this.renewed(asked);
	}

	/** Whether the office is the candidate's, or was when somebody last looked. */
	get elected(): boolean {
		return this.#elected;
	}

	/** The term was renewed by requests that were sent at this time. */
	renewed(asked: number): void {
		// answers may overtake each other
		if (this.#over || asked < this.#asked) return;
		this.#asked = asked;
		this.#clearTimers();
		this.#fence = setTimeout(() => this.#leave(), asked + this.#lease * usableShare - performance.now());
		this.#lastStay = setTimeout(() => this.#stay(), asked + this.#lease - stayTime - lateness - performance.now());
		this.#stay();
	}

	/** The office is the candidate's, at once or, when the last word from etcd is too old, after the next one. */
	take(): void {
		this.#elected = true;
		this.#stay();
	}

	/** Leaves the office, at once and for ever. */
	end(): void {
		this.#over = true;
		this.#clearTimers();
		this.#leave();
	}

	#leave(): void {
		if (this.#holding) this.#incumbent.leave();
		this.#holding = false;
	}

	#stay(): void {
		if (!this.#elected || this.#over || performance.now() + stayTime > this.#asked + this.#lease) return;
		if (this.#holding) this.#incumbent.stay?.();
		else {
			this.#holding = true;
			this.#incumbent.take();
		}
	}

	#clearTimers(): void {
		clearTimeout(this.#fence);
		clearTimeout(this.#lastStay);
	}
}

/** Milliseconds for which an incumbent may let the office last by itself: a second, and what the kernel's timers are late. */
export const stayTime = 1300;

/** Of the lease: the rest is for clocks that run at different speeds and for taking an address off a link. */
const usableShare = 0.75;

/** Milliseconds that a timer may come late and still be of use. */
const lateness = 50;
