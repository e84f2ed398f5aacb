import { LinuxError, systemError } from '../errors.ts';
import { libc, nonBlocking } from '../libc/libc.ts';
import { watchReadable } from '../libc/readiness.ts';
import { control, decodeMessages, dumpInterrupted, encodeMessage, flags, type Message, outcome } from './message.ts';

/** Families of netlink(7). */
export const families = { route: 0, socketDiagnosis: 4, netfilter: 12, generic: 16 } as const;

/** A connection to the kernel for requests. The kernel answers within the call, so nothing here waits for anything. */
export class NetlinkSocket {
	readonly #fd: number;
	readonly #room = Buffer.alloc(roomSize);
	#sequence = 0;

	/** In the network namespace of the calling thread. Throws LinuxError. */
	constructor(family: number) {
		this.#fd = open(family, 0, 0);
		libc.setOption(this.#fd, netlinkLevel, extendedAcknowledgement, one, 'ask netlink for reasons');
		libc.setOption(this.#fd, socketLevel, receiveTimeout, fiveSeconds, 'bound the wait for netlink');
	}

	/** Lets requests be of so many bytes, whatever the machine's limit. Needs CAP_NET_ADMIN. */
	reserveSending(bytes: number): void {
		const value = Buffer.alloc(4);
		value.writeInt32LE(bytes);
		libc.setOption(this.#fd, socketLevel, forcedSendBuffer, value, 'reserve memory for netlink');
	}

	/** Asks for a list. Throws LinuxError with what the kernel says against it. */
	list(what: string, type: number, body: Buffer): readonly Message[] {
		for (let attempt = 1; ; attempt++) {
			const answers = this.#exchange(`list ${what}`, [{ type, flags: flags.request | flags.acknowledge | flags.dump, body }], 'done');
			if (attempt === listAttempts || answers.every((answer) => (answer.flags & dumpInterrupted) === 0)) return answers;
		}
	}

	/** Asks for one thing, or to change one. Throws LinuxError with what the kernel says against it. */
	request(what: string, type: number, body: Buffer, more = 0): readonly Message[] {
		return this.#exchange(what, [{ type, flags: flags.request | flags.acknowledge | more, body }], 'error');
	}

	/** Sends messages that count as one, of which the last is acknowledged. */
	batch(what: string, messages: readonly Omit<Message, 'sequence'>[]): void {
		this.#exchange(what, messages, 'error');
	}

	close(): void {
		libc.close(this.#fd);
	}

	#exchange(what: string, messages: readonly Omit<Message, 'sequence'>[], end: 'error' | 'done'): readonly Message[] {
		const first = this.#sequence + 1;
		const encoded = messages.map((message) => encodeMessage({ ...message, sequence: ++this.#sequence }));
		libc.send(this.#fd, Buffer.concat(encoded), what);
		const acknowledged = messages.findLastIndex((message) => (message.flags & flags.acknowledge) !== 0) + first;
		const answers: Message[] = [];
		for (;;) {
			for (const message of this.#receive(what)) {
				// what is left of an exchange that failed
				if (message.sequence < first || message.sequence > this.#sequence) continue;
				if (message.type !== control.error && message.type !== control.done) {
					answers.push(message);
					continue;
				}
				const { errno, reason } = outcome(message);
				if (errno !== 0) throw failure(errno, what, reason);
				if (message.type === control[end] && message.sequence >= acknowledged) return answers;
			}
		}
	}

	#receive(what: string): readonly Message[] {
		const length = libc.receive(this.#fd, this.#room, what);
		if (length === undefined) throw new LinuxError('system', `cannot ${what}: the kernel does not answer`);
		if (length > this.#room.length) throw new LinuxError('overrun', `cannot ${what}: an answer of ${length} bytes`);
		return decodeMessages(Buffer.from(this.#room.subarray(0, length)));
	}
}

/**
 * Calls `onChange` with each datagram of these multicast groups; with undefined when some were lost.
 *
 * @param groups numbers of RTNLGRP_* and the like, not bits
 * @returns ends the watch
 */
export function watchGroups(
	family: number,
	groups: readonly number[],
	onChange: (messages: readonly Message[] | undefined) => void,
): () => void {
	const fd = open(family, nonBlocking, 0);
	for (const group of groups) {
		const number = Buffer.alloc(4);
		number.writeUInt32LE(group);
		libc.setOption(fd, netlinkLevel, addMembership, number, `join the netlink group ${group}`);
	}
	const room = Buffer.alloc(roomSize);
	const end = watchReadable(fd, () => {
		for (let more = true; more; ) more = takeOne();
	});
	return () => {
		end();
		libc.close(fd);
	};

	function takeOne(): boolean {
		try {
			const length = libc.receive(fd, room, 'read netlink events');
			if (length === undefined) return false;
			onChange(length > room.length ? undefined : decodeMessages(Buffer.from(room.subarray(0, length))));
		} catch (error) {
			if (!(error instanceof LinuxError)) throw error;
			onChange(undefined);
			return error.code === 'overrun';
		}
		return true;
	}
}

function open(family: number, more: number, port: number): number {
	const fd = libc.socket(netlinkDomain, rawType | more, family, 'open a netlink socket');
	const address = Buffer.alloc(12);
	address.writeUInt16LE(netlinkDomain, 0);
	address.writeUInt32LE(port, 4);
	libc.bind(fd, address, 'bind a netlink socket');
	return fd;
}

function failure(errno: number, what: string, reason: string): LinuxError {
	const error = systemError(errno, what);
	return reason === '' ? error : new LinuxError(error.code, `${error.message} (${reason})`);
}

/** AF_NETLINK, SOCK_RAW, SOL_NETLINK and its options NETLINK_ADD_MEMBERSHIP and NETLINK_EXT_ACK, SOL_SOCKET's SO_RCVTIMEO and SO_SNDBUFFORCE. */
const netlinkDomain = 16;
const rawType = 3;
const netlinkLevel = 270;
const addMembership = 1;
const extendedAcknowledgement = 11;
const socketLevel = 1;
const receiveTimeout = 20;
const forcedSendBuffer = 32;
const one = Buffer.from([1, 0, 0, 0]);
/** struct timeval of a 64 bit kernel. */
const fiveSeconds = Buffer.from(new BigInt64Array([5n, 0n]).buffer);

/** The kernel fills at most 32 KiB at a time (netlink_dump); a link with many virtual functions may be larger. */
const roomSize = 128 * 1024;
const listAttempts = 5;
