import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { hostAddress } from './network.ts';

describe('an address in a network', () => {
	test('is counted from its beginning', () => {
		assert.equal(hostAddress('10.5.0.0/24', 2), '10.5.0.2');
		assert.equal(hostAddress('10.5.0.7/24', 1), '10.5.0.1');
		assert.equal(hostAddress('172.20.0.0/16', 257), '172.20.1.1');
		assert.equal(hostAddress('192.168.255.0/24', 255), '192.168.255.255');
		assert.equal(hostAddress('224.0.0.0/8', 1), '224.0.0.1');
	});

	test('is where it was counted to, in any network', () => {
		fc.assert(
			fc.property(fc.ipV4(), fc.integer({ min: 8, max: 29 }), fc.nat(), (address, length, n) => {
				const size = 2 ** (32 - length);
				const base = Math.floor(numberOf(address) / size) * size;
				assert.equal(numberOf(hostAddress(`${address}/${length}`, n % size)), base + (n % size));
				assert.throws(() => hostAddress(`${address}/${length}`, size), { code: 'refused' });
			}),
		);
	});

	test('is refused when the network is none', () => {
		for (const cidr of ['10.5.0.0', '10.5.0.0/30', '10.5.0.0/7', '10.5.0/24', '10.5.0.256/24', 'fd00::/64', '']) {
			assert.throws(() => hostAddress(cidr, 1), { code: 'refused' }, cidr);
		}
	});
});

function numberOf(address: string): number {
	return address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0);
}
