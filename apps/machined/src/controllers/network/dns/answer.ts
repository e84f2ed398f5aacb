import { DnsError } from './errors.ts';
import { flags, type Message, rcodeOf, rcodes, readMessage, recordTypes } from './message.ts';
import type { Query } from './query.ts';

/** What a name server has said to a query. */
export interface Answer {
	readonly bytes: Uint8Array;
	readonly rcode: number;
	/** There is more than fits into a datagram. */
	readonly truncated: boolean;
	/** Seconds for which it holds; 0 for what is not to be kept. */
	readonly lifetime: number;
	/** Where its times to live are. */
	readonly ttls: readonly number[];
}

/**
 * Reads what came back.
 *
 * @throws DnsError malformed; foreign, when it is not about this query, as whoever guesses would send
 */
export function readAnswer(bytes: Uint8Array, id: number, { question }: Pick<Query, 'question'>): Answer {
	const message = readMessage(bytes);
	const asked = message.question;
	const same = asked?.key === question.key && asked.type === question.type && asked.class === question.class;
	if (message.id !== id || (message.flags & flags.response) === 0 || !same) {
		throw new DnsError('foreign', `this is no answer to a question about ${question.name}`);
	}
	return {
		bytes,
		rcode: rcodeOf(message),
		truncated: (message.flags & flags.truncated) !== 0,
		lifetime: lifetimeOf(bytes, message),
		ttls: recordsOf(message).map(({ ttlOffset }) => ttlOffset),
	};
}

/** An answer as this client may have it, some seconds after it came: its own id and spelling, and what is left of the times to live. */
export function answerFor(query: Query, answer: Answer, age: number): Uint8Array {
	const bytes = answer.bytes.slice();
	const view = new DataView(bytes.buffer);
	view.setUint16(0, query.id);
	bytes.set(query.question.bytes, 12);
	for (const offset of answer.ttls) view.setUint32(offset, Math.max(view.getUint32(offset) - age, 0));
	return bytes;
}

/** RFC 2308: what is not there is not there for as long as the zone says; what is, for as long as the first of its records. */
function lifetimeOf(bytes: Uint8Array, message: Message): number {
	const rcode = rcodeOf(message);
	if ((message.flags & flags.truncated) !== 0) return 0;
	if (rcode === rcodes.success && message.answers.length > 0) {
		const ttls = recordsOf(message).map(({ ttl }) => plainTtl(ttl));
		return Math.min(Math.max(Math.min(...ttls), shortest), longest);
	}
	if (rcode !== rcodes.success && rcode !== rcodes.nameError) return 0;
	const soa = message.authorities.find(({ type }) => type === recordTypes.soa);
	if (soa === undefined || soa.end - soa.data < 20) return shortest;
	const minimum = new DataView(bytes.buffer, bytes.byteOffset).getUint32(soa.end - 4);
	return Math.min(Math.max(Math.min(plainTtl(soa.ttl), plainTtl(minimum)), shortest), longestAbsence);
}

/** The records that have a time to live: all but those of EDNS. */
function recordsOf({ answers, authorities, additionals }: Message) {
	return [...answers, ...authorities, ...additionals].filter(({ type }) => type !== recordTypes.opt);
}

/** RFC 2181 8: one with the highest bit set is none. */
function plainTtl(ttl: number): number {
	return ttl > 0x7fffffff ? 0 : ttl;
}

/** Seconds (upstream: the cache of CoreDNS, and 10 s for what is not there). */
const shortest = 5;
const longest = 3600;
const longestAbsence = 10;
