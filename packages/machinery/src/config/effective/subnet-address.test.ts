import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressInSubnet, filterAddresses } from './subnet-address.ts';

test('the nth address of a network', () => {
	assert.equal(addressInSubnet('10.96.0.0/12', 10), '10.96.0.10');
	assert.equal(addressInSubnet('10.96.3.7/12', 1), '10.96.0.1');
	assert.equal(addressInSubnet('fc00:db8:20::/112', 10), 'fc00:db8:20::a');
	assert.throws(() => addressInSubnet('10.96.0.0', 1));
});

describe('filters of addresses', () => {
	const all = ['10.5.0.2', '10.244.1.1', '192.168.1.5', 'fd00::2'];

	test('let through what they name, but for what is excluded after it', () => {
		assert.deepEqual(filterAddresses(all, ['0.0.0.0/0', '!10.244.0.0/16']), ['10.5.0.2', '192.168.1.5']);
		assert.deepEqual(filterAddresses(all, ['::/0']), ['fd00::2']);
		assert.deepEqual(filterAddresses(all, ['0.0.0.0/0', '::/0', '!10.0.0.0/8', '10.5.0.2']), ['10.5.0.2', '192.168.1.5', 'fd00::2']);
	});

	test('let nothing through when there are none, and pass over what is no address', () => {
		assert.deepEqual(filterAddresses(all, []), []);
		assert.deepEqual(filterAddresses(['x'], ['0.0.0.0/0']), []);
	});
});
