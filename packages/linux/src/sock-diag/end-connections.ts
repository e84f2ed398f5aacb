import { LinuxError } from '../errors.ts';
import { addressFrom } from '../netlink/address-bytes.ts';
import { families, NetlinkSocket } from '../netlink/socket.ts';

/**
 * Ends the connections of TCP that this machine has at one of its addresses, as if each side had been told by the other: who is at
 * the other end gets a reset, a program here an error. Listening sockets stay. Needs CAP_NET_ADMIN, in the calling thread's
 * network namespace.
 *
 * Resets reach others only while the address is still on a link: without them each side waits for the other until its own
 * patience ends, 45 s for HTTP/2 connections of Go's.
 *
 * @throws LinuxError "not-supported" where the kernel cannot (CONFIG_INET_DIAG_DESTROY)
 */
export function endConnections(address: string): void {
	const socket = new NetlinkSocket(families.socketDiagnosis);
	try {
		for (const family of [addressFamily.inet, addressFamily.inet6]) {
			for (const { body } of socket.list('connections', commands.list, request(family, everything))) {
				const identity = body.subarray(identityAt, identityAt + identitySize);
				if (localAddress(family, identity) === address) end(socket, request(family, identity));
			}
		}
	} finally {
		socket.close();
	}
}

function end(socket: NetlinkSocket, which: Buffer): void {
	try {
		socket.request('end a connection', commands.destroy, which);
	} catch (error) {
		// it has ended meanwhile
		if (!(error instanceof LinuxError) || error.code !== 'not-found') throw error;
	}
}

/** struct inet_diag_req_v2 (linux/inet_diag.h): family, protocol, extensions, states, identity. */
function request(family: number, identity: Buffer): Buffer {
	const head = Buffer.alloc(8);
	head.writeUInt8(family, 0);
	head.writeUInt8(tcp, 1);
	head.writeUInt32LE(connectedStates, 4);
	return Buffer.concat([head, identity]);
}

/** Of an address of IPv4 in a socket of IPv6, as servers have them that listen on both, the address of IPv4. */
function localAddress(family: number, identity: Buffer): string {
	const bytes = identity.subarray(sourceAt, sourceAt + 16);
	if (family === addressFamily.inet) return addressFrom(bytes.subarray(0, 4));
	return bytes.subarray(0, 12).equals(mapped) ? addressFrom(bytes.subarray(12)) : addressFrom(bytes);
}

/** AF_INET, AF_INET6, IPPROTO_TCP. */
const addressFamily = { inet: 2, inet6: 10 } as const;
const tcp = 6;
/** SOCK_DIAG_BY_FAMILY, SOCK_DESTROY (linux/sock_diag.h). */
const commands = { list: 20, destroy: 21 } as const;
/** Bits of TCP_ESTABLISHED (1), TCP_SYN_SENT, TCP_SYN_RECV, TCP_FIN_WAIT1, TCP_FIN_WAIT2, TCP_CLOSE_WAIT (8), TCP_LAST_ACK (linux/tcp.h). */
const connectedStates = [1, 2, 3, 4, 5, 8, 9].reduce((bits, state) => bits | (1 << state), 0);
/** struct inet_diag_sockid: ports, addresses, link and cookie; behind the first four bytes of struct inet_diag_msg. */
const identityAt = 4;
const identitySize = 48;
const sourceAt = 4;
const everything = Buffer.alloc(identitySize);
/** RFC 4291, section 2.5.5.2. */
const mapped = Buffer.from('00000000000000000000ffff', 'hex');
