import { LinuxError } from '../errors.ts';
import { libc } from '../libc/libc.ts';
import { bytesOfAddress, bytesOfHardwareAddress, splitPrefix } from '../netlink/address-bytes.ts';

/** Tells the neighbours of a link which hardware has an address. */
export interface GratuitousArp {
	/**
	 * Sends one announcement. IPv6 and links without Ethernet addresses need none: nothing happens.
	 *
	 * @param address with or without a prefix length
	 * @throws LinuxError
	 */
	announce(link: { readonly index: number; readonly hardwareAddress: string }, address: string): void;
}

/** Through a packet socket, in the network namespace of the calling thread. */
export const gratuitousArp: GratuitousArp = {
	announce({ index, hardwareAddress }, address) {
		const host = address.includes('/') ? splitPrefix(address).address : address;
		const hardware = bytesOfHardwareAddress(hardwareAddress);
		if (host.includes(':') || hardware.length !== hardwareSize) return;
		const fd = libc.socket(packetDomain, datagramType, 0, 'open a packet socket');
		try {
			libc.sendTo(fd, announcement(hardware, bytesOfAddress(host)), everybody(index), `announce ${host}`);
		} finally {
			libc.close(fd);
		}
	},
};

/** An ARP request for an address by whoever has it (RFC 5227, section 3). */
export function announcement(hardware: Buffer, address: Buffer): Buffer {
	return arpPacket(hardware, address, address);
}

/** An ARP request (RFC 826): who has `wanted`? */
export function arpPacket(hardware: Buffer, sender: Buffer, wanted: Buffer): Buffer {
	if (hardware.length !== hardwareSize || sender.length !== 4 || wanted.length !== 4)
		throw new LinuxError('invalid-argument', 'ARP is for Ethernet and IPv4');
	const head = Buffer.alloc(8);
	head.writeUInt16BE(ethernet, 0);
	head.writeUInt16BE(ipv4Protocol, 2);
	head.writeUInt8(hardwareSize, 4);
	head.writeUInt8(sender.length, 5);
	head.writeUInt16BE(request, 6);
	return Buffer.concat([head, hardware, sender, Buffer.alloc(hardwareSize), wanted]);
}

/** struct sockaddr_ll of packet(7): the broadcast address of a link. */
export function everybody(linkIndex: number, protocol = arpProtocol): Buffer {
	const target = Buffer.alloc(20);
	target.writeUInt16LE(packetDomain, 0);
	target.writeUInt16BE(protocol, 2);
	target.writeInt32LE(linkIndex, 4);
	target.writeUInt8(hardwareSize, 11);
	target.fill(0xff, 12, 12 + hardwareSize);
	return target;
}

/** AF_PACKET, SOCK_DGRAM; ETH_P_ARP, ETH_P_IP; ARPHRD_ETHER, ARPOP_REQUEST. */
export const packetDomain = 17;
export const datagramType = 2;
const arpProtocol = 0x0806;
const ipv4Protocol = 0x0800;
const ethernet = 1;
const request = 1;
export const hardwareSize = 6;
