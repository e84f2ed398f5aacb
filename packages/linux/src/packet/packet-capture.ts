import { libc, nonBlocking } from '../libc/libc.ts';
import { watchReadable } from '../libc/readiness.ts';
import { packetDomain } from './gratuitous-arp.ts';
import { attachFilter, type FilterInstruction } from './packet-filter.ts';

export interface CaptureOptions {
	readonly linkIndex: number;
	/** Packets for other machines too. */
	readonly promiscuous: boolean;
	/** Which packets are wanted, and how much of each: all when empty. */
	readonly filter: readonly FilterInstruction[];
	/** Bytes of a packet that are kept at most. */
	readonly snapLength: number;
}

/** A packet as it went over a link. */
export interface CapturedPacket {
	/** From the header of the link on; cut off at the snap length. */
	readonly bytes: Uint8Array;
	/** Bytes that it had. */
	readonly length: number;
	/** Milliseconds since 1970, with a fraction. */
	readonly at: number;
}

/**
 * Calls back with every packet that goes over a link, in both directions.
 *
 * @returns ends it
 * @throws LinuxError also for a filter that is no program
 */
export function capturePackets(options: CaptureOptions, onPacket: (packet: CapturedPacket) => void): () => void {
	// of no protocol until it is bound: no packet comes before the filter is there
	const fd = libc.socket(packetDomain, rawType | nonBlocking, 0, 'open a packet socket');
	try {
		libc.setOption(fd, socketLevel, receiveBuffer, int32(bufferSize), 'enlarge the buffer of a packet socket');
		if (options.filter.length > 0) attachFilter(fd, options.filter);
		if (options.promiscuous)
			libc.setOption(fd, packetLevel, addMembership, promiscuousMembership(options.linkIndex), 'listen to everybody');
		libc.bind(fd, everyProtocolOn(options.linkIndex), 'listen on the link');
	} catch (error) {
		libc.close(fd);
		throw error;
	}
	const room = Buffer.alloc(options.snapLength);
	const end = watchReadable(fd, () => {
		// what is left wakes us again: a flood does not keep the rest of the process from its work
		for (let count = 0; count < packetsPerTurn; count++) {
			const length = libc.receive(fd, room, 'read packets');
			if (length === undefined) return;
			onPacket({ bytes: Uint8Array.from(room.subarray(0, length)), length, at: performance.timeOrigin + performance.now() });
		}
	});
	return () => {
		end();
		libc.close(fd);
	};
}

/** struct packet_mreq of packet(7). */
function promiscuousMembership(linkIndex: number): Buffer {
	const request = Buffer.alloc(16);
	request.writeInt32LE(linkIndex, 0);
	request.writeUInt16LE(promiscuousKind, 4);
	return request;
}

/** struct sockaddr_ll of packet(7). */
function everyProtocolOn(linkIndex: number): Buffer {
	const address = Buffer.alloc(20);
	address.writeUInt16LE(packetDomain, 0);
	address.writeUInt16BE(everyProtocol, 2);
	address.writeInt32LE(linkIndex, 4);
	return address;
}

function int32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeInt32LE(value);
	return bytes;
}

/** SOCK_RAW, ETH_P_ALL; SOL_SOCKET with SO_RCVBUF; SOL_PACKET with PACKET_ADD_MEMBERSHIP and PACKET_MR_PROMISC. */
const rawType = 3;
const everyProtocol = 0x0003;
const socketLevel = 1;
const receiveBuffer = 8;
const packetLevel = 263;
const addMembership = 1;
const promiscuousKind = 1;
/** Bytes that the kernel keeps for us; what comes beyond is dropped. */
const bufferSize = 4 << 20;
const packetsPerTurn = 256;
