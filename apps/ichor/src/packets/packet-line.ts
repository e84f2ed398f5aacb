import { isIPv6 } from 'node:net';
import type { FilePacket } from './pcap-reader.ts';

/** A packet as a line: when, which protocol, from where to where, how long. */
export function packetLine({ linkType, at, bytes, length }: FilePacket): string {
	const [protocol, packet] = linkType === ethernetLink ? ethernetPacket(bytes) : [ipProtocol(bytes), bytes];
	return `${at.toISOString()} ${described(protocol, packet)} length ${length}`;
}

/** The protocol of an Ethernet frame and what it carries, behind the tags of VLANs. */
function ethernetPacket(frame: Buffer): readonly [protocol: number, packet: Buffer] {
	let at = 12;
	while (frame.length >= at + 6 && vlanTags.has(frame.readUInt16BE(at))) at += 4;
	return frame.length < at + 2 ? [0, frame] : [frame.readUInt16BE(at), frame.subarray(at + 2)];
}

function ipProtocol(packet: Buffer): number {
	return (packet[0] ?? 0) >> 4 === 6 ? ipv6 : ipv4;
}

function described(protocol: number, packet: Buffer): string {
	if (protocol === arp) return describedArp(packet);
	if (protocol === ipv4 && packet.length >= 20) {
		const head = ((packet[0] ?? 0) & 0xf) * 4;
		return describedTransport('IP', packet[9] ?? 0, [ipv4Text(packet, 12), ipv4Text(packet, 16)], packet.subarray(head));
	}
	if (protocol === ipv6 && packet.length >= 40) {
		return describedTransport('IP6', packet[6] ?? 0, [ipv6Text(packet, 8), ipv6Text(packet, 24)], packet.subarray(40));
	}
	return `ethertype 0x${protocol.toString(16).padStart(4, '0')}`;
}

function describedArp(packet: Buffer): string {
	if (packet.length < 28) return 'ARP';
	const [sender, target] = [ipv4Text(packet, 14), ipv4Text(packet, 24)];
	return packet.readUInt16BE(6) === 1
		? `ARP who has ${target}, asks ${sender}`
		: `ARP ${sender} is at ${packet.toString('hex', 8, 14).replaceAll(/..(?=.)/g, '$&:')}`;
}

function describedTransport(family: string, protocol: number, [from, to]: readonly [string, string], segment: Buffer): string {
	const name = transports[protocol] ?? `protocol ${protocol}`;
	if ((name !== 'TCP' && name !== 'UDP') || segment.length < 4) return `${family} ${from} > ${to} ${name}`;
	const [source, destination] = [endpoint(from, segment.readUInt16BE(0)), endpoint(to, segment.readUInt16BE(2))];
	const flags = name === 'TCP' && segment.length >= 14 ? ` [${flagLetters(segment[13] ?? 0)}]` : '';
	return `${family} ${source} > ${destination} ${name}${flags}`;
}

function endpoint(address: string, port: number): string {
	return isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
}

/** As tcpdump has them: FIN, SYN, RST, PSH, ACK, URG. */
function flagLetters(bits: number): string {
	return [...'FSRP.U'].filter((_, bit) => (bits >> bit) % 2 === 1).join('');
}

function ipv4Text(packet: Buffer, at: number): string {
	return packet.subarray(at, at + 4).join('.');
}

/** By the URL parser, which shortens as RFC 5952 has it. */
function ipv6Text(packet: Buffer, at: number): string {
	const groups = packet.toString('hex', at, at + 16).replaceAll(/.{4}(?=.)/g, '$&:');
	return new URL(`http://[${groups}]`).hostname.slice(1, -1);
}

const ethernetLink = 1;
/** EtherTypes of IEEE 802, and the IP protocols of IANA that are met on a node. */
const vlanTags: ReadonlySet<number> = new Set([0x8100, 0x88a8]);
const arp = 0x0806;
const ipv4 = 0x0800;
const ipv6 = 0x86dd;
const transports: Readonly<Record<number, string>> = { 1: 'ICMP', 2: 'IGMP', 6: 'TCP', 17: 'UDP', 58: 'ICMP6', 112: 'VRRP' };
