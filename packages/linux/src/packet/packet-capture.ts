import { libc } from '../libc/libc.ts';
import { everybody } from './gratuitous-arp.ts';
import type { FilterInstruction } from './packet-filter.ts';
import { openPacketSocket } from './packet-socket.ts';

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
	const { filter, linkIndex, promiscuous, snapLength } = options;
	const prepare = (fd: number): void => {
		libc.setOption(fd, socketLevel, receiveBuffer, int32(bufferSize), 'enlarge the buffer of a packet socket');
		if (promiscuous) libc.setOption(fd, packetLevel, addMembership, promiscuousMembership(linkIndex), 'listen to everybody');
	};
	const address = everybody(linkIndex, everyProtocol);
	const socket = openPacketSocket({ type: rawType, address, filter, size: snapLength, prepare }, (bytes, length) =>
		onPacket({ bytes: Uint8Array.from(bytes), length, at: performance.timeOrigin + performance.now() }),
	);
	return () => socket.close();
}

/** struct packet_mreq of packet(7). */
function promiscuousMembership(linkIndex: number): Buffer {
	const request = Buffer.alloc(16);
	request.writeInt32LE(linkIndex, 0);
	request.writeUInt16LE(promiscuousKind, 4);
	return request;
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
