import { type Context, pause } from '@ichor/std';
import { askNameServer, type NameServer } from './name-server.ts';
import type { Query } from './query.ts';

/** Asks a name server again and again whether it is there, and knows. */
export class NameServerHealth {
	readonly #life = new AbortController();
	#failures = 0;

	constructor(context: Context, server: NameServer, changed: () => void, ask: typeof askNameServer = askNameServer) {
		const watched = { ...context, signal: AbortSignal.any([context.signal, this.#life.signal]) };
		void this.#watch(watched, server, changed, ask).catch(() => undefined);
	}

	/** Until it has failed twice: a datagram may get lost. */
	get healthy(): boolean {
		return this.#failures < mostFailures;
	}

	stop(): void {
		this.#life.abort();
	}

	async #watch(context: Context, server: NameServer, changed: () => void, ask: typeof askNameServer): Promise<void> {
		for (;;) {
			const before = this.healthy;
			// any answer will do, a refusal also
			const answered = await ask(server, rootServers, context.signal).then(
				() => true,
				() => false,
			);
			context.signal.throwIfAborted();
			this.#failures = answered ? 0 : this.#failures + 1;
			if (before !== this.healthy) changed();
			await pause(context, answered ? calmPause : busyPause);
		}
	}
}

/** What every name server can be asked: who serves the root (upstream: the health check of CoreDNS). */
const rootServers: Query = {
	id: 0,
	question: { key: '\0', name: '', type: 2, class: 1, bytes: Uint8Array.of(0, 0, 2, 0, 1) },
	flags: 0x0100,
	edns: undefined,
	key: 'root',
};

/** Milliseconds between two questions: a server that hangs is known after 15 s at most, one that is back after one. */
const calmPause = 10_000;
const busyPause = 1000;
const mostFailures = 2;
