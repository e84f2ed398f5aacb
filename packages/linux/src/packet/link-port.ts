import { libc } from '../libc/libc.ts';
import { datagramType, everybody } from './gratuitous-arp.ts';
import type { FilterInstruction } from './packet-filter.ts';
import { openPacketSocket } from './packet-socket.ts';
import { encodeUdpPacket, readUdpPacket } from './udp-packet.ts';

/** A port of UDP over IPv4 on one link, which needs no address of its own. */
export interface LinkPort {
	/** Sends to everybody on the link, from no address (0.0.0.0). Throws LinuxError. */
	broadcast(port: number, payload: Buffer): void;
	close(): void;
}

/**
 * Opens it: `onDatagram` gets what comes for that port, whatever address it was sent to.
 *
 * @param port on which answers are expected
 * @throws LinuxError
 */
export function openLinkPort(linkIndex: number, port: number, onDatagram: (payload: Buffer) => void): LinkPort {
	const address = everybody(linkIndex, ipv4Protocol);
	const socket = openPacketSocket({ type: datagramType, address, filter: filterOf(port), size: largestPacket }, (bytes) => {
		const packet = readUdpPacket(Buffer.from(bytes));
		if (packet?.destinationPort === port) onDatagram(packet.payload);
	});
	return {
		broadcast(destinationPort, payload) {
			const packet = encodeUdpPacket({ source: '0.0.0.0', sourcePort: port, destination: '255.255.255.255', destinationPort, payload });
			libc.sendTo(socket.fd, packet, address, `broadcast on the link #${linkIndex}`);
		},
		close: () => socket.close(),
	};
}

/** Whole datagrams of UDP to one port. */
function filterOf(port: number): readonly FilterInstruction[] {
	return [
		{ op: loadByte, jt: 0, jf: 0, k: 9 },
		{ op: isEqual, jt: 0, jf: 6, k: 17 },
		{ op: loadHalf, jt: 0, jf: 0, k: 6 },
		{ op: hasBits, jt: 4, jf: 0, k: 0x1fff },
		{ op: loadHeaderLength, jt: 0, jf: 0, k: 0 },
		{ op: loadHalfBehind, jt: 0, jf: 0, k: 2 },
		{ op: isEqual, jt: 0, jf: 1, k: port },
		{ op: answer, jt: 0, jf: 0, k: 0xffff },
		{ op: answer, jt: 0, jf: 0, k: 0 },
	];
}

/** BPF_* of linux/bpf_common.h: ldb [k], ldh [k], ldxb 4*([k]&0xf), ldh [x+k], jeq, jset, ret. */
const loadByte = 0x30;
const loadHalf = 0x28;
const loadHeaderLength = 0xb1;
const loadHalfBehind = 0x48;
const isEqual = 0x15;
const hasBits = 0x45;
const answer = 0x06;

/** ETH_P_IP; the most that the length of IPv4 can say. */
const ipv4Protocol = 0x0800;
const largestPacket = 0xffff;
