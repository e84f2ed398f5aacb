import { LinuxError } from '../errors.ts';
import { addressFrom, bytesOfAddress } from '../netlink/address-bytes.ts';

/** A datagram of UDP over IPv4. */
export interface UdpPacket {
	readonly source: string;
	readonly sourcePort: number;
	readonly destination: string;
	readonly destinationPort: number;
	readonly payload: Buffer;
}

/** The whole packet, from the header of IP on (RFC 791, RFC 768), with both checksums. */
export function encodeUdpPacket({ source, sourcePort, destination, destinationPort, payload }: UdpPacket): Buffer {
	const addresses = Buffer.concat([bytesOfAddress(source), bytesOfAddress(destination)]);
	if (addresses.length !== 8) throw new LinuxError('invalid-argument', 'this packet is for IPv4 only');
	const length = udpHeader + payload.length;
	if (ipHeader + length > 0xffff) throw new LinuxError('invalid-argument', `a payload of ${payload.length} bytes`);
	const packet = Buffer.alloc(ipHeader + length);
	packet.writeUInt8(versionAndLength, 0);
	packet.writeUInt16BE(packet.length, 2);
	packet.writeUInt8(timeToLive, 8);
	packet.writeUInt8(udpProtocol, 9);
	addresses.copy(packet, 12);
	packet.writeUInt16BE(checksum(packet.subarray(0, ipHeader)), 10);
	packet.writeUInt16BE(sourcePort, ipHeader);
	packet.writeUInt16BE(destinationPort, ipHeader + 2);
	packet.writeUInt16BE(length, ipHeader + 4);
	payload.copy(packet, ipHeader + udpHeader);
	// zero would say that there is none
	packet.writeUInt16BE(checksum(Buffer.concat([pseudoHeader(addresses, length), packet.subarray(ipHeader)])) || 0xffff, ipHeader + 6);
	return packet;
}

/**
 * Reads a packet; undefined for what is no whole datagram of UDP. The checksum is not looked at: a card may have left it
 * to be filled in by another one.
 */
export function readUdpPacket(packet: Buffer): UdpPacket | undefined {
	if (packet.length < ipHeader || packet.readUInt8(0) >> 4 !== 4) return undefined;
	const headerLength = (packet.readUInt8(0) & 0xf) * 4;
	const end = packet.readUInt16BE(2);
	// a part of a datagram is none
	const isPart = (packet.readUInt16BE(6) & 0x3fff) !== 0;
	if (packet.readUInt8(9) !== udpProtocol || isPart || headerLength < ipHeader || end > packet.length) return undefined;
	if (headerLength + udpHeader > end) return undefined;
	const length = packet.readUInt16BE(headerLength + 4);
	if (length < udpHeader || headerLength + length > end) return undefined;
	return {
		source: addressFrom(packet.subarray(12, 16)),
		sourcePort: packet.readUInt16BE(headerLength),
		destination: addressFrom(packet.subarray(16, 20)),
		destinationPort: packet.readUInt16BE(headerLength + 2),
		payload: packet.subarray(headerLength + udpHeader, headerLength + length),
	};
}

function pseudoHeader(addresses: Buffer, length: number): Buffer {
	return Buffer.concat([addresses, Buffer.of(0, udpProtocol, length >> 8, length & 0xff)]);
}

/** RFC 1071. */
export function checksum(bytes: Buffer): number {
	let sum = 0;
	for (let at = 0; at < bytes.length; at += 2) sum += bytes.readUInt8(at) * 256 + (at + 1 < bytes.length ? bytes.readUInt8(at + 1) : 0);
	while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
	return ~sum & 0xffff;
}

/** Bytes of the header of IPv4 without options, and of UDP's. */
const ipHeader = 20;
const udpHeader = 8;
const versionAndLength = 0x45;
const timeToLive = 64;
const udpProtocol = 17;
