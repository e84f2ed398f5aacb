import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestNames } from './nearest-names.ts';

const names = ['hostname', 'hostnames', 'addresses', 'address', 'mtu', 'metric', 'miimon'];

test('the nearest name comes first', () => {
	assert.deepEqual(nearestNames('hostnam', names), ['hostname', 'hostnames']);
	assert.deepEqual(nearestNames('adress', names), ['address']);
	assert.deepEqual(nearestNames('MTU', names), ['mtu']);
});

test('neighbouring letters that were swapped count as one slip', () => {
	assert.deepEqual(nearestNames('mut', names), ['mtu']);
	assert.deepEqual(nearestNames('hsotname', names, 1), ['hostname']);
});

test('nothing is near to what is short, long or different', () => {
	for (const typed of ['', 'x', 'qqqqqqqq', 'x'.repeat(1_000_000)]) assert.deepEqual(nearestNames(typed, names), []);
});
