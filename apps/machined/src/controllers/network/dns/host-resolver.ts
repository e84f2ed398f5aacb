import { addressBytes } from '@ichor/machinery/pki';
import { type Context, messageOf } from '@ichor/std';
import { type Answer, answerFor } from './answer.ts';
import { AnswerCache } from './answer-cache.ts';
import { Forwarder, type RankedNameServer } from './forwarder.ts';
import { addressesOfMember, type NamedMember } from './member-names.ts';
import { rcodes, readMessage } from './message.ts';
import { addressAnswer, forDatagram, type Query, queryOf, refusal, refusalOf } from './query.ts';

/** How a message came, which says how large its answer may be. */
export type Transport = 'udp' | 'tcp';

/**
 * Answers questions: about members of the cluster itself, about others from what it has been told before, or by asking.
 * The same question of many clients is asked once.
 */
export class HostResolver {
	readonly #log: Context['log'];
	readonly #cache = new AnswerCache();
	readonly #forwarder = new Forwarder();
	readonly #asked = new Map<string, Promise<Answer>>();
	#members: readonly NamedMember[] = [];
	#servers = '';
	#failing = false;
	#busy = 0;

	constructor(log: Context['log']) {
		this.#log = log;
	}

	/** These are the members that have names from now on. */
	name(members: readonly NamedMember[]): void {
		this.#members = members;
	}

	/** These are the servers from now on. What others have said is forgotten. True when they are others than before. */
	use(servers: readonly RankedNameServer[]): boolean {
		this.#forwarder.use(servers);
		const names = servers.map(({ address, port }) => `${address} ${port}`).join();
		if (names === this.#servers) return false;
		this.#servers = names;
		this.#cache.clear();
		return true;
	}

	/** The answer to a message, undefined when it deserves none. Never rejects. */
	async answer(bytes: Uint8Array, transport: Transport): Promise<Uint8Array | undefined> {
		if (this.#busy >= mostAtOnce) return undefined;
		this.#busy += 1;
		try {
			const query = readQuery(bytes);
			if (query === undefined || query instanceof Uint8Array) return query;
			const answer = await this.#answerTo(query);
			return transport === 'udp' ? forDatagram(query, answer) : answer;
		} finally {
			this.#busy -= 1;
		}
	}

	async #answerTo(query: Query): Promise<Uint8Array> {
		const addresses = addressesOfMember(this.#members, query.question.name, query.question.type);
		if (addresses !== undefined) return addressAnswer(query, await Promise.all(addresses.map(addressBytes)), memberTtl);
		const known = this.#cache.find(query);
		if (known !== undefined) return known;
		try {
			return answerFor(query, await this.#ask(query), 0);
		} catch {
			return refusal(query, rcodes.serverFailure);
		}
	}

	async #ask(query: Query): Promise<Answer> {
		const same = this.#asked.get(query.key);
		if (same !== undefined) return await same;
		const asking = this.#forward(query).finally(() => this.#asked.delete(query.key));
		this.#asked.set(query.key, asking);
		return await asking;
	}

	async #forward(query: Query): Promise<Answer> {
		const servers = this.#servers;
		try {
			const answer = await this.#forwarder.ask(query);
			// not what servers say that have been replaced meanwhile
			if (servers === this.#servers) this.#cache.keep(query, answer);
			if (this.#failing) this.#log('info', 'dns requests are served again');
			this.#failing = false;
			return answer;
		} catch (error) {
			// once: a node that is cut off asks several times a second
			if (!this.#failing) this.#log('warn', 'error serving dns request', { error: messageOf(error), question: query.question.name });
			this.#failing = true;
			throw error;
		}
	}
}

/** The query, or what refuses it at once; undefined for what is to be passed over. */
function readQuery(bytes: Uint8Array): Query | Uint8Array | undefined {
	if (bytes.length < 12) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const header = { id: view.getUint16(0), flags: view.getUint16(2) };
	try {
		const query = queryOf(readMessage(bytes));
		return typeof query === 'number' ? refusalOf(header, query) : query;
	} catch {
		return header.flags >= 0x8000 ? undefined : refusalOf(header, rcodes.formatError);
	}
}

/** Seconds for which a member's addresses hold (upstream: nodeDNSResponseTTL). */
const memberTtl = 10;
/** Questions that wait for their answers together; clients ask again. Ten times what dnsmasq allows. */
const mostAtOnce = 1500;
