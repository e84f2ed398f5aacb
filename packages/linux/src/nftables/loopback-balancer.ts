import { isIPv4 } from 'node:net';
import type { Expression } from './expression.ts';
import type { NfTable } from './nftables.ts';

/**
 * A load balancer as a table: connections of this machine to an address of its loopback lead to the servers, in turns.
 *
 * A server that refuses a connection does not fail it: the refusal is dropped here, the kernel forgets whom the connection
 * was led to (nf_conntrack_proto_tcp.c: a reset before any other answer ends it), and what the client's own TCP sends
 * again a second later leads to the next one.
 *
 * @param at an address of the loopback
 * @param servers with addresses of IPv4; without any, connections go to whoever listens there. Others than this machine's
 *   own are reached with route_localnet only
 * @throws TypeError for an address that is none of IPv4
 */
export function loopbackBalancer(name: string, { host, port }: BalancedAddress, servers: readonly BalancedAddress[]): NfTable {
	const toBalancer: readonly Expression[] = [...isTcp, ...is(destinationAddress, ipv4Bytes(host)), ...is(destinationPort, portBytes(port))];
	const chain = (chainName: string, type: string, hook: number, priority: number, rules: readonly (readonly Expression[])[]) => ({
		name: chainName,
		type,
		hook,
		priority,
		policy: 'accept' as const,
		rules,
	});
	return {
		name,
		chains: [
			// leading from the loopback to another machine takes route_localnet, with which others could reach the loopback
			chain('guard', 'filter', hooks.prerouting, priorities.raw, [
				[...isNot('inputLink', loopback), ...isIPv4Packet, ...is(firstOfDestination, Buffer.of(127)), { verdict: 'drop' }],
			]),
			chain(
				'balance',
				'nat',
				hooks.output,
				priorities.destination,
				servers.map((server, index) => [
					...toBalancer,
					// the first takes every n-th of all, the next one every n-1-th of the rest, the last one what is left
					{ countTo: servers.length - index },
					{ compare: 'equal', with: Buffer.alloc(4) },
					{ immediatePort: portBytes(server.port) },
					{ immediate: ipv4Bytes(server.host) },
					{ destinationNat: 'ipv4' },
				]),
			),
			chain('masquerade', 'nat', hooks.postrouting, priorities.source, [
				[...isNot('outputLink', loopback), ...isIPv4Packet, ...is(firstOfSource, Buffer.of(127)), { masquerade: true }],
			]),
			chain('refusals', 'filter', hooks.input, priorities.afterSource, [
				[...isTcp, ...is(sourceAddress, ipv4Bytes(host)), ...is(sourcePort, portBytes(port)), ...isRefusal, { verdict: 'drop' }],
			]),
		],
	};
}

export interface BalancedAddress {
	readonly host: string;
	readonly port: number;
}

function is(load: Expression, value: Buffer): readonly Expression[] {
	return [load, { compare: 'equal', with: value }];
}

function isNot(load: 'inputLink' | 'outputLink', value: Buffer): readonly Expression[] {
	return [{ load }, { compare: 'notEqual', with: value }];
}

function ipv4Bytes(address: string): Buffer {
	if (!isIPv4(address)) throw new TypeError(`${address} is no IPv4 address`);
	return Buffer.from(address.split('.').map(Number));
}

function portBytes(port: number): Buffer {
	return Buffer.of(port >> 8, port & 0xff);
}

function bytesOf(from: 'network' | 'transport', offset: number, length: number): Expression {
	return { loadBytes: { from, offset, length } };
}

/** AF_INET, IPPROTO_TCP; places in the headers of RFC 791 and RFC 9293. */
const isIPv4Packet = is({ load: 'family' }, Buffer.of(2));
const isTcp = [...isIPv4Packet, ...is({ load: 'protocol' }, Buffer.of(6))];
const sourceAddress = bytesOf('network', 12, 4);
const destinationAddress = bytesOf('network', 16, 4);
const firstOfSource = bytesOf('network', 12, 1);
const firstOfDestination = bytesOf('network', 16, 1);
const sourcePort = bytesOf('transport', 0, 2);
const destinationPort = bytesOf('transport', 2, 2);

/** RFC 9293 3.10.7.1: what refuses a connection acknowledges (RST, ACK) and has the sequence number zero; what ends one has another. */
const isRefusal: readonly Expression[] = [
	bytesOf('transport', 13, 1),
	{ mask: Buffer.of(0x14), xor: Buffer.of(0) },
	{ compare: 'equal', with: Buffer.of(0x14) },
	...is(bytesOf('transport', 4, 4), Buffer.alloc(4)),
];

/** A link's name in the 16 bytes that the kernel compares. */
const loopback = Buffer.alloc(16);
loopback.write('lo');

/** NF_INET_* and NF_IP_PRI_*; refusals are seen once their source is again the address that was asked. */
const hooks = { prerouting: 0, input: 1, output: 3, postrouting: 4 } as const;
const priorities = { raw: -300, destination: -100, source: 100, afterSource: 110 } as const;
