import { classInternet, flags, headerSize, type Message, opcodeOf, type Question, rcodes, recordTypes } from './message.ts';

/** A question that a client asks, and how it wants to be answered. */
export interface Query {
	readonly id: number;
	readonly question: Question;
	/** Bits that the answer repeats. */
	readonly flags: number;
	/** Bytes that the client takes in one datagram, and whether it wants signatures; undefined without EDNS (RFC 6891). */
	readonly edns: { readonly size: number; readonly dnssec: boolean } | undefined;
	/** What makes two queries have the same answer. */
	readonly key: string;
}

/** The query in a message, or the code to refuse it with; undefined for what nobody answers: answers. */
export function queryOf(message: Message): Query | number | undefined {
	if ((message.flags & flags.response) !== 0) return undefined;
	if (opcodeOf(message) !== 0) return rcodes.notImplemented;
	const { id, question, additionals } = message;
	if (question === undefined) return rcodes.formatError;
	if (question.class !== classInternet) return rcodes.refused;
	const opt = additionals.find(({ type }) => type === recordTypes.opt);
	// of this record, the class is a size and the TTL is flags
	const edns = opt && { size: Math.max(opt.class, smallestDatagram), dnssec: (opt.ttl & dnssecWanted) !== 0 };
	const kept = message.flags & (flags.recursionDesired | flags.checkingDisabled);
	const key = `${kept} ${edns === undefined ? '' : Number(edns.dnssec)} ${question.type} ${question.key}`;
	return { id, question, flags: kept, edns, key };
}

/** Asks a name server the same under another id. */
export function questionTo(query: Query, id: number): Uint8Array {
	return compose({ id, flags: query.flags, question: query.question, edns: query.edns && { ...query.edns, size: ednsSize } });
}

/** Says that there will be no answer, and why. */
export function refusal(query: Query, rcode: number): Uint8Array {
	return compose({
		...query,
		flags: flags.response | flags.recursionAvailable | query.flags | rcode,
		edns: query.edns && { ...query.edns, size: ednsSize },
	});
}

/** Says so to whom has asked what cannot be read further than its header. */
export function refusalOf({ id, flags: asked }: Pick<Message, 'id' | 'flags'>, rcode: number): Uint8Array {
	return compose({ id, flags: flags.response | (asked & 0x7900) | rcode, question: undefined, edns: undefined });
}

/** An answer of the node's own: addresses of the name that is asked. */
export function addressAnswer(query: Query, addresses: readonly Uint8Array[], ttl: number): Uint8Array {
	const records = addresses.map((address) => {
		const record = new Uint8Array(12 + address.length);
		const view = new DataView(record.buffer);
		view.setUint16(0, 0xc000 | headerSize);
		view.setUint16(2, query.question.type);
		view.setUint16(4, classInternet);
		view.setUint32(6, ttl);
		view.setUint16(10, address.length);
		record.set(address, 12);
		return record;
	});
	const own = flags.response | flags.authoritative | flags.recursionAvailable;
	return compose({ ...query, flags: own | query.flags, edns: query.edns && { ...query.edns, size: ednsSize }, records });
}

/** An answer as it fits into a datagram for this client: whole, or without its records and marked so that the client asks over TCP. */
export function forDatagram(query: Query, answer: Uint8Array): Uint8Array {
	if (answer.length <= Math.min(query.edns?.size ?? smallestDatagram, largestDatagram)) return answer;
	const said = new DataView(answer.buffer, answer.byteOffset).getUint16(2);
	return compose({ ...query, flags: said | flags.truncated, edns: query.edns && { ...query.edns, size: ednsSize } });
}

interface Composed {
	readonly id: number;
	readonly flags: number;
	readonly question: Question | undefined;
	readonly edns: Query['edns'];
	readonly records?: readonly Uint8Array[];
}

function compose({ id, flags: word, question, edns, records = [] }: Composed): Uint8Array {
	const parts = [question?.bytes ?? new Uint8Array(), ...records, ...(edns === undefined ? [] : [optRecord(edns)])];
	const bytes = new Uint8Array(headerSize + parts.reduce((sum, { length }) => sum + length, 0));
	const view = new DataView(bytes.buffer);
	view.setUint16(0, id);
	view.setUint16(2, word);
	view.setUint16(4, question === undefined ? 0 : 1);
	view.setUint16(6, records.length);
	view.setUint16(10, edns === undefined ? 0 : 1);
	let offset = headerSize;
	for (const part of parts) {
		bytes.set(part, offset);
		offset += part.length;
	}
	return bytes;
}

/** RFC 6891 6.1.2: the root's name, the type, a size, the version and flags, no options. */
function optRecord({ size, dnssec }: NonNullable<Query['edns']>): Uint8Array {
	const record = new Uint8Array(11);
	const view = new DataView(record.buffer);
	view.setUint16(1, recordTypes.opt);
	view.setUint16(3, size);
	view.setUint32(5, dnssec ? dnssecWanted : 0);
	return record;
}

/** RFC 1035 4.2.1; what is asked for and sent at most, so that no datagram is taken apart on its way (DNS flag day 2020). */
const smallestDatagram = 512;
const ednsSize = 1232;
/** The loopback takes more, and pods are one hop away (upstream: dns.DefaultMsgSize). */
const largestDatagram = 4096;
/** The bit DO of RFC 3225. */
const dnssecWanted = 0x8000;
