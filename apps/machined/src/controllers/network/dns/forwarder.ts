import { messageOf } from '@ichor/std';
import type { Answer } from './answer.ts';
import { DnsError } from './errors.ts';
import { rcodes } from './message.ts';
import { askNameServer, type NameServer } from './name-server.ts';
import type { Query } from './query.ts';

export interface RankedNameServer extends NameServer {
	readonly healthy: boolean;
}

/**
 * Asks name servers in their order, those that answer before those that do not. One that takes its time does not hold
 * the question up: after a moment the next one is asked as well, and the first good answer counts.
 */
export class Forwarder {
	#servers: readonly RankedNameServer[] = [];

	use(servers: readonly RankedNameServer[]): void {
		this.#servers = [...servers.filter(({ healthy }) => healthy), ...servers.filter(({ healthy }) => !healthy)];
	}

	/**
	 * The first answer; a refusal or a failure of a server only when no other says more.
	 *
	 * @throws DnsError unanswered, with what the last server said
	 */
	async ask(query: Query): Promise<Answer> {
		const servers = this.#servers;
		if (servers.length === 0) throw new DnsError('unanswered', 'no name server is known');
		const done = new AbortController();
		const deadline = AbortSignal.any([done.signal, AbortSignal.timeout(wholeTime)]);
		const { promise, resolve, reject } = Promise.withResolvers<Answer>();
		let refused: Answer | undefined;
		let waiting = servers.length;
		const ask = async (index: number): Promise<void> => {
			const server = servers[index];
			if (server === undefined || deadline.aborted) return;
			let gone = false;
			const goOn = (): void => {
				if (!gone) void ask(index + 1);
				gone = true;
			};
			const patience = setTimeout(goOn, patienceTime);
			try {
				const answer = await askNameServer(server, query, deadline);
				if (answer.rcode !== rcodes.serverFailure && answer.rcode !== rcodes.refused) return resolve(answer);
				refused = answer;
			} catch (error) {
				if (waiting === 1 && refused === undefined) reject(new DnsError('unanswered', messageOf(error), { cause: error }));
			} finally {
				clearTimeout(patience);
				waiting -= 1;
				if (waiting === 0 && refused !== undefined) resolve(refused);
			}
			goOn();
		};
		const late = (): void => reject(new DnsError('unanswered', 'i/o timeout'));
		deadline.addEventListener('abort', late, { once: true });
		void ask(0);
		try {
			return await promise;
		} finally {
			deadline.removeEventListener('abort', late);
			done.abort();
		}
	}
}

/** Milliseconds until the next server is asked as well, and for all of them together (upstream: 4.5 s, below a resolver's own 5). */
const patienceTime = 300;
const wholeTime = 4500;
