import { pulsePatience, pulsePeriod } from './constants.ts';

/**
 * Whether a session still leads to its node. A connection from before the node was cut off looks like one that is idle, and what is sent
 * on it waits for TCP, which waits as long again as the node was away. The calls themselves ask: no timer runs for a session that
 * nobody uses, and a call that is under way is left alone.
 */
export class Pulse {
	readonly #session: Session;
	readonly #now: () => number;
	#asked: number;
	/** The handshake is the first answer. */
	#waiting = true;

	/** @param now milliseconds of a clock that never jumps */
	constructor(session: Session, now = () => performance.now()) {
		this.#session = session;
		this.#now = now;
		this.#asked = now();
		session.once('connect', this.#answered);
	}

	/** To be asked for each call: false when the node has been silent for so long that the call is better off on another session. */
	beats(): boolean {
		const now = this.#now();
		if (this.#waiting) return now - this.#asked < pulsePatience;
		if (now - this.#asked < pulsePeriod) return true;
		this.#asked = now;
		this.#waiting = this.#session.ping(this.#answered);
		return true;
	}

	readonly #answered = (): void => {
		this.#waiting = false;
	};
}

/** An HTTP/2 session, as far as its life goes. */
interface Session {
	once(event: 'connect', listener: () => void): unknown;
	/** False when too many are under way. */
	ping(answered: () => void): boolean;
}
