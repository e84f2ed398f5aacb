import { LinuxError } from '../errors.ts';
import { libc, nonBlocking } from '../libc/libc.ts';
import { watchReadable } from '../libc/readiness.ts';
import { packetDomain } from './gratuitous-arp.ts';
import { attachFilter, type FilterInstruction } from './packet-filter.ts';

export interface PacketSocketOptions {
	/** SOCK_RAW for packets with the header of their link, SOCK_DGRAM for those behind it. */
	readonly type: number;
	/** struct sockaddr_ll: which packets, of which link. */
	readonly address: Buffer;
	/** All packets when empty. */
	readonly filter: readonly FilterInstruction[];
	/** Bytes of a packet that are kept. */
	readonly size: number;
	/** Sets the socket up further before it hears anything. */
	readonly prepare?: (fd: number) => void;
}

/** A packet socket that is heard until it is closed. */
export interface PacketSocket {
	readonly fd: number;
	close(): void;
}

/**
 * Opens a packet socket (packet(7)) and calls back with every packet, in memory that the next one overwrites, and the
 * length that it had. A link that is down has no packets; when it is up again, they go on.
 *
 * @throws LinuxError
 */
export function openPacketSocket(options: PacketSocketOptions, onPacket: (bytes: Buffer, length: number) => void): PacketSocket {
	// of no protocol until it is bound: no packet comes before the filter is there
	const fd = libc.socket(packetDomain, options.type | nonBlocking, 0, 'open a packet socket');
	try {
		if (options.filter.length > 0) attachFilter(fd, options.filter);
		options.prepare?.(fd);
		libc.bind(fd, options.address, 'listen on the link');
	} catch (error) {
		libc.close(fd);
		throw error;
	}
	const room = Buffer.alloc(options.size);
	const end = watchReadable(fd, () => {
		// what is left wakes us again: a flood does not keep the rest of the process from its work
		for (let count = 0; count < packetsPerTurn; count++) {
			const length = receive(fd, room);
			if (length === undefined) return;
			onPacket(room.subarray(0, length), length);
		}
	});
	return {
		fd,
		close() {
			end();
			libc.close(fd);
		},
	};
}

/** The kernel tells once, in place of a packet, that the link is down. */
function receive(fd: number, room: Buffer): number | undefined {
	try {
		return libc.receive(fd, room, 'read packets');
	} catch (error) {
		if (error instanceof LinuxError) return undefined;
		throw error;
	}
}

const packetsPerTurn = 256;
