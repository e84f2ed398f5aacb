import { DnsError } from './errors.ts';

/**
 * The wire format of DNS (RFC 1035), as far as one who passes messages on must read it: header, question, and of each
 * record where it lies, its type and its time to live. Everything else goes through as it came. (dns-packet, the usual
 * library, takes messages apart and writes them without the compression of names: answers that fit would no longer fit.
 * It judges this file in the tests.)
 */

/** What is asked, once. */
export interface Question {
	/** As on the wire, in lower case, a character for each byte: what makes two questions the same. */
	readonly key: string;
	/** For people and for comparing: labels with dots between them, in lower case. */
	readonly name: string;
	readonly type: number;
	readonly class: number;
	/** The whole question as it was written; answers repeat its spelling. */
	readonly bytes: Uint8Array;
}

/** A record of a message. */
interface DnsRecord {
	readonly type: number;
	/** Seconds. */
	readonly ttl: number;
	readonly class: number;
	/** Where the TTL is, and where the data begins and ends. */
	readonly ttlOffset: number;
	readonly data: number;
	readonly end: number;
}

export interface Message {
	readonly id: number;
	/** The second word of the header; `flags` has its bits. */
	readonly flags: number;
	/** Undefined where none or more than one is asked. */
	readonly question: Question | undefined;
	readonly answers: readonly DnsRecord[];
	readonly authorities: readonly DnsRecord[];
	readonly additionals: readonly DnsRecord[];
}

/** Bits of the header's second word. */
export const flags = {
	response: 0x8000,
	authoritative: 0x0400,
	truncated: 0x0200,
	recursionDesired: 0x0100,
	recursionAvailable: 0x0080,
	checkingDisabled: 0x0010,
} as const;
/** RCODE and OPCODE, in the same word (RFC 1035 4.1.1). */
export const rcodes = { success: 0, formatError: 1, serverFailure: 2, nameError: 3, notImplemented: 4, refused: 5 } as const;
export const recordTypes = { a: 1, soa: 6, aaaa: 28, opt: 41 } as const;
export const classInternet = 1;
export const headerSize = 12;

export function rcodeOf(message: Pick<Message, 'flags'>): number {
	return message.flags & 0xf;
}

export function opcodeOf(message: Pick<Message, 'flags'>): number {
	return (message.flags >> 11) & 0xf;
}

/**
 * Reads a message to its end.
 *
 * @throws DnsError malformed, for one that is cut off, says more than it has, or has names that do not end
 */
export function readMessage(bytes: Uint8Array): Message {
	if (bytes.length < headerSize) throw new DnsError('malformed', `a DNS message has ${headerSize} bytes at least, not ${bytes.length}`);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const [questions, ...counts] = [4, 6, 8, 10].map((offset) => view.getUint16(offset)) as [number, number, number, number];
	let offset = headerSize;
	const asked: Question[] = [];
	for (let index = 0; index < questions; index++) {
		const question = readQuestion(bytes, view, offset);
		asked.push(question);
		offset += question.bytes.length;
	}
	const sections = counts.map((count) => {
		const records: DnsRecord[] = [];
		while (records.length < count) {
			const record = readRecord(bytes, view, offset);
			records.push(record);
			offset = record.end;
		}
		return records;
	});
	const [answers = [], authorities = [], additionals = []] = sections;
	return {
		id: view.getUint16(0),
		flags: view.getUint16(2),
		question: asked.length === 1 ? asked[0] : undefined,
		answers,
		authorities,
		additionals,
	};
}

function readQuestion(bytes: Uint8Array, view: DataView, start: number): Question {
	const name = endOfName(bytes, start);
	const end = name + 4;
	if (end > bytes.length) throw cutOff();
	// nothing is before a question that a pointer could lead to
	const key = Buffer.from(bytes.subarray(start, name))
		.toString('latin1')
		.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
	return { key, name: nameText(key), type: view.getUint16(name), class: view.getUint16(name + 2), bytes: bytes.slice(start, end) };
}

function readRecord(bytes: Uint8Array, view: DataView, start: number): DnsRecord {
	const name = endOfName(bytes, start);
	const data = name + 10;
	if (data > bytes.length) throw cutOff();
	const end = data + view.getUint16(name + 8);
	if (end > bytes.length) throw cutOff();
	return { type: view.getUint16(name), class: view.getUint16(name + 2), ttl: view.getUint32(name + 4), ttlOffset: name + 4, data, end };
}

/**
 * Where a name ends that begins here. Whoever reads the message after us follows its pointers: each must lead further
 * back than the one before, so that none goes round in circles.
 */
function endOfName(bytes: Uint8Array, start: number): number {
	let end: number | undefined;
	let length = 1;
	let offset = start;
	let before = start;
	let pointers = 0;
	for (;;) {
		const size = bytes[offset];
		if (size === undefined) throw cutOff();
		if (size === 0) return end ?? offset + 1;
		if (size >= pointer) {
			const low = bytes[offset + 1];
			if (low === undefined) throw cutOff();
			end ??= offset + 2;
			offset = ((size & ~pointer) << 8) | low;
			pointers += 1;
			if (offset >= before || offset < headerSize || pointers > mostPointers) {
				throw new DnsError('malformed', 'a name in a DNS message goes round in circles');
			}
			before = offset;
		} else if (size > longestLabel) throw new DnsError('malformed', 'a label in a DNS message is of a kind that nobody uses');
		else {
			length += size + 1;
			if (length > longestName) throw new DnsError('malformed', `a name in a DNS message has more than ${longestName} bytes`);
			offset += size + 1;
		}
	}
}

function nameText(key: string): string {
	const labels: string[] = [];
	for (let at = 0; key.charCodeAt(at) > 0; at += key.charCodeAt(at) + 1) labels.push(key.slice(at + 1, at + 1 + key.charCodeAt(at)));
	return labels.join('.');
}

function cutOff(): DnsError {
	return new DnsError('malformed', 'a DNS message ends before it says all that it promises');
}

/** RFC 1035 2.3.4 and 4.1.4. */
const longestLabel = 63;
const longestName = 255;
const pointer = 0xc0;
/** The labels that a name of that length can have: more lead nowhere, and take time. */
const mostPointers = 127;
