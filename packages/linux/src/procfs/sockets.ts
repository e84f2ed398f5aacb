import { isIPv6 } from 'node:net';

/** A socket of the internet protocols, as a line of /proc/net/tcp and its like tells of it (proc_pid_net(5)). */
export interface Socket {
	readonly local: SocketAddress;
	readonly remote: SocketAddress;
	/** A state of TCP (include/net/tcp_states.h); other protocols use those that fit. */
	readonly state: number;
	readonly sendQueue: number;
	readonly receiveQueue: number;
	/** Which timer runs, none being 0, and when it ends, in ticks. */
	readonly timer: number;
	readonly timerEnd: number;
	readonly retransmits: number;
	readonly user: number;
	readonly timeout: number;
	readonly inode: number;
	readonly references: number;
	/** Where the kernel keeps it; 0 unless the reader may know. */
	readonly pointer: bigint;
}

export interface SocketAddress {
	/** As text; an IPv4 address in an IPv6 one stands alone. */
	readonly address: string;
	readonly port: number;
}

/** The table of one protocol: tcp, tcp6, udp, udp6, udplite, udplite6, raw or raw6. What is no socket is passed over. */
export function parseSockets(text: string): readonly Socket[] {
	return text
		.split('\n')
		.slice(1)
		.map((line) => line.trim().split(/\s+/))
		.filter((fields) => fields.length >= 13 && /^[0-9A-F]+:[0-9A-F]{4}$/.test(fields[1] ?? ''))
		.map((fields) => {
			const pair = (at: number) => (fields[at] ?? '').split(':').map((part) => Number.parseInt(part, 16));
			const [sendQueue = 0, receiveQueue = 0] = pair(4);
			const [timer = 0, timerEnd = 0] = pair(5);
			return {
				local: parseAddress(fields[1] ?? ''),
				remote: parseAddress(fields[2] ?? ''),
				state: Number.parseInt(fields[3] ?? '', 16),
				sendQueue,
				receiveQueue,
				timer,
				timerEnd,
				retransmits: Number.parseInt(fields[6] ?? '', 16),
				user: Number(fields[7]),
				timeout: Number(fields[8]),
				inode: Number(fields[9]),
				references: Number(fields[10]),
				pointer: BigInt(`0x${fields[11] ?? '0'}`),
			};
		});
}

/** Words of 32 bits in the order of this machine's bytes, which is little-endian on every architecture that we run on. */
function parseAddress(text: string): SocketAddress {
	const [hex = '', port = ''] = text.split(':');
	const bytes = Buffer.from(hex, 'hex').swap32();
	return { address: bytes.length === 4 ? bytes.join('.') : shortened(bytes), port: Number.parseInt(port, 16) };
}

function shortened(bytes: Buffer): string {
	if (bytes.subarray(0, 10).every((byte) => byte === 0) && bytes.readUInt16BE(10) === 0xffff) return bytes.subarray(12).join('.');
	const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16)).join(':');
	// the URL standard writes an address in its shortest form (RFC 5952)
	return isIPv6(groups) ? new URL(`http://[${groups}]`).hostname.slice(1, -1) : groups;
}
