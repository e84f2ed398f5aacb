import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LinuxError } from '../errors.ts';
import { readAddress } from './address.ts';
import { attribute, numberIn, readAttributes, textIn, u8, u16 } from './attributes.ts';
import { readLink } from './link.ts';
import { decodeMessages, encodeMessage, outcome } from './message.ts';
import { readRoute } from './route.ts';
import { readRule } from './rule.ts';

describe('netlink attributes', () => {
	it('come back as they were written, whatever their length', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 0x3fff }), fc.uint8Array({ maxLength: 40 })), { selector: ([type]) => type }),
				(list) => {
					const bytes = Buffer.concat(list.map(([type, value]) => attribute(type, Buffer.from(value))));
					assert.deepEqual(
						[...readAttributes(bytes)].map(([type, value]) => [type, [...value]]),
						list.map(([type, value]) => [type, [...value]]),
					);
				},
			),
		);
	});

	it('read numbers of every width, and texts', () => {
		const read = readAttributes(
			Buffer.concat([attribute(1, u8(7)), attribute(2, u16(700)), attribute(3, 70000), attribute(4, 'eth0'), attribute(5, undefined)]),
		);
		assert.deepEqual(
			[1, 2, 3, 5].map((type) => numberIn(read.get(type))),
			[7, 700, 70000, undefined],
		);
		assert.equal(textIn(read.get(4)), 'eth0');
	});

	it('nest', () => {
		const outer = readAttributes(attribute(18, [attribute(1, 'veth')]));
		assert.equal(textIn(readAttributes(outer.get(18) ?? Buffer.alloc(0)).get(1)), 'veth');
	});

	it('refuse a length that does not fit', () => {
		assert.throws(() => readAttributes(Buffer.from([9, 0, 1, 0, 0, 0, 0, 0])), { code: 'malformed' });
		assert.throws(() => readAttributes(Buffer.from([3, 0, 1, 0])), { code: 'malformed' });
	});
});

describe('netlink messages', () => {
	it('come back as they were written', () => {
		const messages = [
			{ type: 16, flags: 5, sequence: 7, body: Buffer.from('hello, kernel') },
			{ type: 3, flags: 2, sequence: 8, body: Buffer.alloc(0) },
		];
		assert.deepEqual(decodeMessages(Buffer.concat(messages.map(encodeMessage))), messages);
	});

	it('say why something was refused', () => {
		const request = encodeMessage({ type: 16, flags: 5, sequence: 1, body: Buffer.alloc(16) });
		const errno = Buffer.alloc(4);
		errno.writeInt32LE(-95);
		const body = Buffer.concat([errno, request, attribute(1, 'Unknown device type')]);
		assert.deepEqual(outcome({ type: 2, flags: 0x200, sequence: 1, body }), { errno: 95, reason: 'Unknown device type' });
	});
});

describe('what the kernel answers', () => {
	const readers = { decodeMessages, readLink, readAddress, readRoute, readRule, readAttributes };
	for (const [name, read] of Object.entries(readers)) {
		it(`${name} reads any bytes or refuses them as malformed`, () => {
			fc.assert(
				fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
					try {
						read(Buffer.from(bytes));
					} catch (error) {
						assert.ok(error instanceof LinuxError && error.code === 'malformed', String(error));
					}
				}),
				{ numRuns: 2000 },
			);
		});
	}
});
