import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFilter } from './bpf-filter.ts';
import { packetLine } from './packet-line.ts';
import { readPcap } from './pcap-reader.ts';

const ethernet = 1;
const bareIp = 101;
const at = new Date('2026-11-21T12:00:00.123Z');

/** Frames as they were on a wire, and what is said of them. */
const frames: readonly (readonly [line: string, linkType: number, hex: string])[] = [
	[
		'ARP who has 192.0.2.7, asks 192.0.2.1',
		ethernet,
		'ffffffffffff02000000000108060001080006040001020000000001c0000201000000000000c0000207',
	],
	[
		'ARP 192.0.2.1 is at 02:00:00:00:00:01',
		ethernet,
		'02000000000202000000000108060001080006040002020000000001c0000201020000000002c0000207',
	],
	[
		'IP 192.0.2.1:50000 > 192.0.2.7:443 TCP [S.]',
		ethernet,
		'0200000000020200000000010800450000280000000040060000c0000201c0000207c35001bb000000000000000050120000',
	],
	[
		'IP 192.0.2.1:53 > 192.0.2.7:5353 UDP',
		ethernet,
		'0200000000020200000000018100000508004500001c0000000040110000c0000201c0000207003514e900080000',
	],
	[
		'IP6 fe80::1 > ff02::2 ICMP6',
		ethernet,
		`33330000000202000000000186dd6000000000083aff${'fe80'.padEnd(31, '0')}1${'ff02'.padEnd(31, '0')}28500000000000000`,
	],
	['IP 10.0.0.1 > 10.0.0.2 protocol 99', bareIp, '4500001400000000406300000a0000010a000002'],
	['ethertype 0x88cc', ethernet, '0180c200000e02000000000188cc0207'],
];

for (const [line, linkType, hex] of frames) {
	test(`packet ${line}`, () => {
		const bytes = Buffer.from(hex, 'hex');
		assert.equal(packetLine({ linkType, at, bytes, length: 99 }), `2026-11-21T12:00:00.123Z ${line} length 99`);
	});
}

test('any bytes are a line', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom(ethernet, bareIp, 7), (bytes, linkType) => {
			assert.doesNotMatch(packetLine({ linkType, at, bytes: Buffer.from(bytes), length: 1 }), /\n/);
		}),
	);
});

test('a capture file is read in whatever pieces it comes', async () => {
	const head = Buffer.from('4d3cb2a10200040000000000000000000000100001000000', 'hex');
	const file = Buffer.concat([head, record('aabb'), record('cc')]);
	for (const size of [1, 7, 1000]) {
		const packets: string[] = [];
		for await (const { bytes, linkType, at: when, length } of readPcap(pieces(file, size))) {
			packets.push(`${linkType} ${when.getTime()} ${bytes.toString('hex')} ${length}`);
		}
		assert.deepEqual(packets, ['1 5000 aabb 60', '1 5000 cc 60']);
	}
});

test('what is no capture file, and a packet longer than any, are refused', async () => {
	await assert.rejects(drain(readPcap(pieces(Buffer.alloc(40, 1), 40))), /unknown magic/);
	const head = Buffer.concat([Buffer.from('4d3cb2a102000400', 'hex'), Buffer.alloc(16)]);
	await assert.rejects(drain(readPcap(pieces(Buffer.concat([head, Buffer.alloc(16, 0xff)]), 99))), /capture length 4294967295/);
});

test('a filter is what tcpdump -dd prints', () => {
	assert.deepEqual(parseFilter('{ 0x28, 0, 0, 0x0000000c },\n{ 0x6, 0, 0, 0x00040000 },\n'), [
		{ op: 0x28, jt: 0, jf: 0, k: 12 },
		{ op: 6, jt: 0, jf: 0, k: 0x40000 },
	]);
	assert.deepEqual(parseFilter(' \n'), []);
	assert.throws(() => parseFilter('port 80'), /^Error: error parsing bpf instruction "port 80"/);
});

function record(hex: string): Buffer {
	const bytes = Buffer.from(hex, 'hex');
	const head = Buffer.alloc(16);
	head.writeUInt32LE(5, 0);
	head.writeUInt32LE(bytes.length, 8);
	head.writeUInt32LE(60, 12);
	return Buffer.concat([head, bytes]);
}

async function* pieces(file: Buffer, size: number): AsyncGenerator<Uint8Array> {
	for (let begin = 0; begin < file.length; begin += size) yield file.subarray(begin, begin + size);
}

async function drain(packets: AsyncIterable<unknown>): Promise<void> {
	for await (const _ of packets);
}
