import { libc, nonBlocking } from '../libc/libc.ts';
import { watchReadable } from '../libc/readiness.ts';
import { bytesOfAddress, bytesOfHardwareAddress, hardwareAddressFrom } from '../netlink/address-bytes.ts';
import { arpPacket, arpProtocol, datagramType, everybody, hardwareSize, packetDomain } from './gratuitous-arp.ts';

/** Who asks for whom. */
export interface AddressQuestion {
	/** On which the question is asked. */
	readonly link: { readonly index: number; readonly hardwareAddress: string };
	/** The asker's own IPv4 address. */
	readonly from: string;
	readonly ip: string;
	/** Milliseconds between two questions. */
	readonly every: number;
}

/**
 * Asks the neighbours of a link again and again who has an IPv4 address (ARP), and calls back with the hardware address
 * of everybody who says so, asked or not.
 *
 * @returns ends it
 * @throws LinuxError
 */
export function askForAddress({ link, from, ip, every }: AddressQuestion, onAnswer: (hardwareAddress: string) => void): () => void {
	const wanted = bytesOfAddress(ip);
	const question = arpPacket(bytesOfHardwareAddress(link.hardwareAddress), bytesOfAddress(from), wanted);
	const fd = libc.socket(packetDomain, datagramType | nonBlocking, arpInNetworkOrder, 'open a packet socket');
	const room = Buffer.alloc(packetSize);
	const end = watchReadable(fd, () => {
		for (let length = libc.receive(fd, room, 'read ARP'); length !== undefined; length = libc.receive(fd, room, 'read ARP')) {
			if (length < packetSize || !room.subarray(senderAddress, senderAddress + wanted.length).equals(wanted)) continue;
			onAnswer(hardwareAddressFrom(room.subarray(senderHardware, senderAddress)));
		}
	});
	const timer = setInterval(() => libc.sendTo(fd, question, everybody(link.index), `ask for ${ip}`), every);
	return () => {
		clearInterval(timer);
		end();
		libc.close(fd);
	};
}

/** Of RFC 826 for Ethernet and IPv4: the whole packet, and where its sender is. */
const packetSize = 28;
const senderHardware = 8;
const senderAddress = senderHardware + hardwareSize;
/** The protocol of a packet socket is in the byte order of the network (packet(7)). */
const arpInNetworkOrder = ((arpProtocol & 0xff) << 8) | (arpProtocol >> 8);
