import { libc } from '../libc/libc.ts';
import { bytesOfAddress, bytesOfHardwareAddress, hardwareAddressFrom } from '../netlink/address-bytes.ts';
import { arpPacket, datagramType, everybody, hardwareSize } from './gratuitous-arp.ts';
import { openPacketSocket } from './packet-socket.ts';

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
	const address = everybody(link.index);
	const socket = openPacketSocket({ type: datagramType, address, filter: [], size: packetSize }, (bytes, length) => {
		if (length < packetSize || !bytes.subarray(senderAddress, senderAddress + wanted.length).equals(wanted)) return;
		onAnswer(hardwareAddressFrom(bytes.subarray(senderHardware, senderAddress)));
	});
	const timer = setInterval(() => libc.sendTo(socket.fd, question, address, `ask for ${ip}`), every);
	return () => {
		clearInterval(timer);
		socket.close();
	};
}

/** Of RFC 826 for Ethernet and IPv4: the whole packet, and where its sender is. */
const packetSize = 28;
const senderHardware = 8;
const senderAddress = senderHardware + hardwareSize;
