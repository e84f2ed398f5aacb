import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checksum, encodeUdpPacket, readUdpPacket } from './udp-packet.ts';

const address = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((bytes) => bytes.join('.'));
const port = fc.nat(65535);
const packet = fc.record({
	source: address,
	sourcePort: port,
	destination: address,
	destinationPort: port,
	payload: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
});

describe('packets of UDP', () => {
	it('come back as they were written, with checksums that hold', () => {
		fc.assert(
			fc.property(packet, (written) => {
				const bytes = encodeUdpPacket(written);
				assert.deepEqual(readUdpPacket(bytes), { ...written });
				assert.equal(checksum(bytes.subarray(0, 20)), 0);
				const length = bytes.length - 20;
				const pseudo = Buffer.concat([bytes.subarray(12, 20), Buffer.of(0, 17, length >> 8, length & 0xff)]);
				assert.equal(checksum(Buffer.concat([pseudo, bytes.subarray(20)])), 0);
			}),
		);
	});

	it('are never read beyond their end, whatever comes', () => {
		fc.assert(
			fc.property(packet, fc.nat(60), fc.nat(255), (written, at, byte) => {
				const bytes = encodeUdpPacket(written);
				bytes[at % bytes.length] = byte;
				const read = readUdpPacket(bytes.subarray(0, bytes.length - (byte % 3)));
				assert.ok(read === undefined || read.payload.length <= written.payload.length);
			}),
		);
	});
});
