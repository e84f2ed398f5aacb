import type { Http2Session, ServerHttp2Stream } from 'node:http2';
import { mostDials } from './constants.ts';

/**
 * Bounds how many connections are made at a time for one client: its calls may name thousands of nodes, of which none may be there. A
 * connection that stands takes no room.
 */
export class DialSlots {
	#free: number;
	readonly #waiting: (() => void)[] = [];

	/** @param size how many may be made at a time */
	constructor(size: number) {
		this.#free = size;
	}

	/** Opens a session when there is room for one more, and gives the room back when it stands or has failed. */
	async dial<Opened extends { readonly session: Dialled }>(open: () => Opened): Promise<Opened> {
		if (this.#free > 0) this.#free -= 1;
		else await new Promise<void>((resolve) => this.#waiting.push(resolve));
		let over = false;
		const release = (): void => {
			if (over) return;
			over = true;
			const next = this.#waiting.shift();
			if (next === undefined) this.#free += 1;
			else next();
		};
		try {
			const opened = open();
			if (opened.session.connecting) for (const event of ['connect', 'close'] as const) opened.session.once(event, release);
			else release();
			return opened;
		} catch (error) {
			release();
			throw error;
		}
	}
}

/** A session, as far as its beginning goes. */
interface Dialled {
	readonly connecting: boolean;
	once(event: 'connect' | 'close', listener: () => void): unknown;
}

/** The slots of the connection that a call came by. */
export function dialSlotsOf({ session }: ServerHttp2Stream): DialSlots {
	if (session === undefined) return new DialSlots(1);
	const slots = slotsOf.get(session) ?? new DialSlots(mostDials);
	slotsOf.set(session, slots);
	return slots;
}

const slotsOf = new WeakMap<Http2Session, DialSlots>();
