import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base62 } from './base62.ts';

test('bytes become digits and letters', () => {
	assert.equal(base62(Uint8Array.of(0)), '0');
	assert.equal(base62(Uint8Array.of(61)), 'z');
	assert.equal(base62(Uint8Array.of(1, 0)), '48');
});
