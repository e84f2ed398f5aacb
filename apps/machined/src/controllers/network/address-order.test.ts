import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addressOrder, filtered, isWithin } from './address-order.ts';

const prefix = fc
	.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 }))
	.map(([address, length]) => `${address}/${length}`)
	.filter((text) => !/(^|\.)0\d/.test(text));

describe('the order of addresses', () => {
	it('v1 is by number, IPv4 first', () => {
		const order = addressOrder('v1');
		assert.deepEqual(['fd00::1/64', '10.5.0.10/24', '10.5.0.9/24', '10.5.0.9/16'].sort(order), [
			'10.5.0.9/16',
			'10.5.0.9/24',
			'10.5.0.10/24',
			'fd00::1/64',
		]);
	});

	it('v2 puts the inner of nested networks first', () => {
		const order = addressOrder('v2');
		assert.deepEqual(['10.3.4.1/24', '10.3.4.5/24', '10.3.4.5/32', '1.2.3.4/26', '192.168.35.11/24'].sort(order), [
			'1.2.3.4/26',
			'10.3.4.5/32',
			'10.3.4.1/24',
			'10.3.4.5/24',
			'192.168.35.11/24',
		]);
	});

	for (const algorithm of ['v1', 'v2'] as const) {
		it(`${algorithm} is the same from both sides, and only the same address is equal`, () => {
			const order = addressOrder(algorithm);
			fc.assert(
				fc.property(prefix, prefix, (a, b) => {
					assert.equal(Math.sign(order(a, b)), -Math.sign(order(b, a)) + 0);
					assert.equal(order(a, b) === 0, a === b);
				}),
			);
		});
	}
});

describe('networks', () => {
	it('hold the addresses that begin as they do', () => {
		assert.ok(isWithin('10.5.0.0/16', '10.5.255.1'));
		assert.ok(!isWithin('10.5.0.0/16', '10.6.0.1/24'));
		assert.ok(!isWithin('::/0', '10.6.0.1'));
		assert.ok(isWithin('fe80::/10', 'fe80::1/64'));
	});

	it('filter: included or all, and not excluded', () => {
		const all = ['10.5.0.2/24', '10.244.1.1/24'];
		assert.deepEqual(filtered(all, [], ['10.244.0.0/16']), ['10.5.0.2/24']);
		assert.deepEqual(filtered(all, ['10.244.0.0/16'], []), ['10.244.1.1/24']);
		assert.deepEqual(filtered(all, ['10.0.0.0/8'], []), all);
	});
});
