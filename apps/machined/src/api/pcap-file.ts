import type { CapturedPacket } from '@ichor/linux/packet';

/** LINKTYPE_ETHERNET and LINKTYPE_RAW of the link-layer header types (tcpdump.org), by the kernel's word for a link. */
export const linkTypes: ReadonlyMap<string, number> = new Map([
	['ether', 1],
	['loopback', 1],
	['nohdr', 101],
]);

/** The head of a capture file of version 2.4 with nanoseconds (draft-ietf-opsawg-pcap), little endian. */
export function pcapHeader(snapLength: number, linkType: number): Uint8Array {
	const head = Buffer.alloc(24);
	head.writeUInt32LE(0xa1b23c4d, 0);
	head.writeUInt16LE(2, 4);
	head.writeUInt16LE(4, 6);
	head.writeUInt32LE(snapLength, 16);
	head.writeUInt32LE(linkType, 20);
	return head;
}

/** A packet in such a file. */
export function pcapRecord({ bytes, length, at }: CapturedPacket): Uint8Array {
	const head = Buffer.alloc(16);
	const milliseconds = Math.floor(at);
	head.writeUInt32LE(Math.floor(milliseconds / 1000), 0);
	head.writeUInt32LE((milliseconds % 1000) * 1_000_000 + Math.floor((at - milliseconds) * 1_000_000), 4);
	head.writeUInt32LE(bytes.length, 8);
	head.writeUInt32LE(length, 12);
	return Buffer.concat([head, bytes]);
}
