import type { ClientHttp2Session, ClientHttp2Stream, Http2Session, Http2Stream, OutgoingHttpHeaders } from 'node:http2';
import { smallestWindow, windowBudget, windowSize } from './constants.ts';

/**
 * Keeps what the streams of a session may have received unread within bounds: a few have wide windows, many share {@link windowBudget}.
 * The other end of a session may send what the window of a stream says before anybody reads it, and Node keeps all of it: the window
 * of the session does not count what waits in a stream.
 */
export function shareWindow(session: Http2Session): void {
	if (!shares.has(session)) shares.set(session, new WindowShare(session));
}

/** A call on a session, with its share of the session's window. */
export function openCall(session: ClientHttp2Session, headers: OutgoingHttpHeaders): ClientHttp2Stream {
	const call = session.request(headers);
	countStream(session, call);
	return call;
}

/** Counts a stream of a session whose window is shared, until it is over. */
export function countStream(session: Http2Session | undefined, stream: Http2Stream): void {
	const share = session === undefined ? undefined : shares.get(session);
	if (share === undefined) return;
	share.count(1);
	stream.once('close', () => share.count(-1));
}

/** The window of each of so many streams, in bytes: a power of two, so that few streams more or less change nothing. */
export function windowOf(streams: number): number {
	const fair = windowBudget / 2 ** Math.ceil(Math.log2(Math.max(streams, 1)));
	return Math.min(windowSize, Math.max(smallestWindow, fair));
}

const shares = new WeakMap<Http2Session, WindowShare>();

class WindowShare {
	readonly #session: Http2Session;
	#streams = 0;
	#window = windowSize;

	constructor(session: Http2Session) {
		this.#session = session;
		// one change at a time: Node ends a session that has ten of them under way
		session.on('localSettings', () => this.#adjust());
	}

	count(change: 1 | -1): void {
		this.#streams += change;
		this.#adjust();
	}

	#adjust(): void {
		const session = this.#session;
		const wanted = windowOf(this.#streams);
		// it grows again when far fewer are left, not with each one that goes
		if (wanted === this.#window || (wanted > this.#window && wanted < this.#window * 4 && wanted < windowSize)) return;
		if (session.destroyed || session.closed || session.connecting || session.pendingSettingsAck) return;
		this.#window = wanted;
		session.settings({ initialWindowSize: wanted });
	}
}
