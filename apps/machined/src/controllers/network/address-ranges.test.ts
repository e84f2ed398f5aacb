import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isWithin } from './address-order.ts';
import { addressRanges, isEverything } from './address-ranges.ts';

/** Networks in 192.0.2.0/26, so that they meet often. */
const network = fc
	.tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 26, max: 32 }))
	.map(([last, length]) => `192.0.2.${last}/${length}`);
const start = 0xc0000200n;

describe('ranges of addresses', () => {
	it('hold what is in an included network and in no excluded one, in order and apart', () => {
		fc.assert(
			fc.property(fc.array(network, { maxLength: 6 }), fc.array(network, { maxLength: 4 }), (include, exclude) => {
				const ranges = addressRanges(32, include, exclude);
				for (let last = 0; last < 64; last++) {
					const address = `192.0.2.${last}`;
					const wanted = include.some((one) => isWithin(one, address)) && !exclude.some((one) => isWithin(one, address));
					const value = start + BigInt(last);
					assert.equal(
						ranges.some((range) => range.first <= value && value <= range.last),
						wanted,
						address,
					);
				}
				for (const [at, { first, last }] of ranges.entries()) {
					assert.ok(first <= last);
					assert.ok(at === 0 || first > (ranges[at - 1]?.last ?? 0n) + 1n);
				}
			}),
		);
	});

	it('are of one family, and know when they are all of it', () => {
		const both = ['0.0.0.0/0', '2001:db8::/32'];
		assert.ok(isEverything(32, addressRanges(32, both, [])));
		assert.ok(!isEverything(128, addressRanges(128, both, [])));
		assert.ok(isEverything(32, addressRanges(32, ['0.0.0.0/1', '128.0.0.0/1'], [])));
		assert.deepEqual(addressRanges(128, ['10.0.0.0/8'], []), []);
	});
});
