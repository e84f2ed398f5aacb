import { LinuxError } from '../errors.ts';
import { addressFrom } from '../netlink/address-bytes.ts';
import { type Attributes, attribute, readAttributes } from '../netlink/attributes.ts';
import { families, NetlinkSocket } from '../netlink/socket.ts';

/** An address of IPv4 and a port. */
export interface SocketAddress {
	readonly host: string;
	readonly port: number;
}

/** The connections that the kernel tracks, and translates the addresses of. Every method throws LinuxError with what the kernel says against it. */
export interface Conntrack {
	/**
	 * Forgets connections of TCP to an address that are led to a server which has not answered them. What their clients
	 * send again is led elsewhere, as by the rules that hold then.
	 */
	forgetUnanswered(to: SocketAddress, server: SocketAddress): void;
	close(): void;
}

/** The connections of the calling thread's network namespace. Throws LinuxError "not-supported" when the kernel tracks none. */
export function openConntrack(): Conntrack {
	const socket = new NetlinkSocket(families.netfilter);
	return {
		forgetUnanswered(to, server) {
			for (const { body } of socket.list('connections', subsystem | message.get, header)) {
				const connection = readAttributes(body.subarray(header.length));
				const original = connection.get(attributes.original);
				if (original === undefined || answered(connection) || !isTcp(original)) continue;
				if (!same(destinationOf(original), to) || !same(sourceOf(connection.get(attributes.reply)), server)) continue;
				forget(socket, original);
			}
		},
		close: () => socket.close(),
	};
}

function forget(socket: NetlinkSocket, original: Buffer): void {
	try {
		const which = attribute(attributes.original | nested, original);
		socket.request('forget a connection', subsystem | message.delete, Buffer.concat([header, which]));
	} catch (error) {
		// it has ended meanwhile
		if (!(error instanceof LinuxError) || error.code !== 'not-found') throw error;
	}
}

function answered(connection: Attributes): boolean {
	return ((connection.get(attributes.status)?.readUInt32BE() ?? 0) & seenReply) !== 0;
}

function isTcp(tuple: Buffer): boolean {
	return partsOf(tuple).protocol.get(1)?.readUInt8() === 6;
}

function sourceOf(tuple: Buffer | undefined): SocketAddress | undefined {
	if (tuple === undefined) return undefined;
	const { addresses, protocol } = partsOf(tuple);
	return { host: addressFrom(addresses.get(1)), port: protocol.get(2)?.readUInt16BE() ?? 0 };
}

function destinationOf(tuple: Buffer): SocketAddress {
	const { addresses, protocol } = partsOf(tuple);
	return { host: addressFrom(addresses.get(2)), port: protocol.get(3)?.readUInt16BE() ?? 0 };
}

/** CTA_TUPLE_IP with CTA_IP_V4_SRC and _DST; CTA_TUPLE_PROTO with CTA_PROTO_NUM, _SRC_PORT and _DST_PORT. */
function partsOf(tuple: Buffer): { readonly addresses: Attributes; readonly protocol: Attributes } {
	const parts = readAttributes(tuple);
	const none = Buffer.alloc(0);
	return { addresses: readAttributes(parts.get(1) ?? none), protocol: readAttributes(parts.get(2) ?? none) };
}

function same(one: SocketAddress | undefined, other: SocketAddress): boolean {
	return one?.host === other.host && one.port === other.port;
}

/** NFNL_SUBSYS_CTNETLINK in the upper byte of a message's type, IPCTNL_MSG_CT_*, CTA_* (linux/netfilter/nfnetlink_conntrack.h). */
const subsystem = 1 << 8;
const message = { get: 1, delete: 2 } as const;
const attributes = { original: 1, reply: 2, status: 3 } as const;
/** IPS_SEEN_REPLY. */
const seenReply = 1 << 1;
/** NLA_F_NESTED. */
const nested = 0x8000;
/** struct nfgenmsg: of IPv4. */
const header = Buffer.of(2, 0, 0, 0);
