import assert from 'node:assert/strict';
import { packetLine } from '../../src/packets/packet-line.ts';
import { readPcap } from '../../src/packets/pcap-reader.ts';

const head = Buffer.from('4d3cb2a10200040000000000000000000000100001000000', 'hex');
const arp = 'ffffffffffff02000000000108060001080006040001020000000001c0000201000000000000c0000207';
const record = Buffer.concat([Buffer.from('05000000000000002a0000002a000000', 'hex'), Buffer.from(arp, 'hex')]);

/** What a node sends as its packets: each is one line, or the file is refused. */
export const target = {
	name: 'packet capture',
	seeds: [Buffer.concat([head, record, record]), head],
	async run(input: Uint8Array): Promise<void> {
		const lines: string[] = [];
		try {
			for await (const packet of readPcap(pieces(input))) lines.push(packetLine(packet));
		} catch (error) {
			assert.match(String(error), /pcap|capture length|RangeError: Invalid time value/);
		}
		for (const line of lines) assert.match(line, /^[ -~]+$/);
	},
};

async function* pieces(input: Uint8Array): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < input.length; at += 7) yield input.subarray(at, at + 7);
}
