/** A packet of a capture file. */
export interface FilePacket {
	/** LINKTYPE_ of tcpdump.org: 1 is Ethernet, 101 is bare IP. */
	readonly linkType: number;
	readonly at: Date;
	readonly bytes: Buffer;
	/** Bytes that it had. */
	readonly length: number;
}

/**
 * The packets of a capture file of version 2.4 with nanoseconds, as nodes write it, while it comes.
 *
 * @throws Error for what is no such file, and for a packet that is longer than any
 */
export async function* readPcap(file: AsyncIterable<Uint8Array>): AsyncGenerator<FilePacket> {
	let rest: Buffer = Buffer.alloc(0);
	let linkType: number | undefined;
	for await (const chunk of file) {
		rest = Buffer.concat([rest, chunk]);
		if (linkType === undefined) {
			if (rest.length < fileHeadSize) continue;
			if (rest.readUInt32LE(0) !== magic) throw new Error(`error opening pcap reader: unknown magic ${rest.readUInt32LE(0).toString(16)}`);
			linkType = rest.readUInt32LE(20);
			rest = rest.subarray(fileHeadSize);
		}
		for (let size = packetSize(rest); size !== undefined && rest.length >= size; size = packetSize(rest)) {
			const at = new Date(rest.readUInt32LE(0) * 1000 + rest.readUInt32LE(4) / 1_000_000);
			yield { linkType, at, bytes: rest.subarray(packetHeadSize, size), length: rest.readUInt32LE(12) };
			rest = rest.subarray(size);
		}
	}
}

/** With its head; undefined when that has not come yet. */
function packetSize(rest: Buffer): number | undefined {
	if (rest.length < packetHeadSize) return undefined;
	const length = rest.readUInt32LE(8);
	if (length > longest) throw new Error(`capture length ${length} is more than ${longest}`);
	return packetHeadSize + length;
}

const magic = 0xa1b23c4d;
const fileHeadSize = 24;
const packetHeadSize = 16;
/** Bytes: the longest packet that tcpdump takes. */
const longest = 262_144;
