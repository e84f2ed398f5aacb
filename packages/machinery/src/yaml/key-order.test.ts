import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareBytes, compareKeys } from './key-order.ts';

describe('compareKeys', () => {
	it('reads runs of digits as numbers', () => {
		const keys = ['a10', 'a9', 'a09', 'a1', 'b', 'a', 'a1b', '10', '9', 'a-1', 'a_1'];
		assert.deepEqual(keys.sort(compareKeys), ['9', '10', 'a', 'a-1', 'a_1', 'a1', 'a1b', 'a9', 'a09', 'a10', 'b']);
	});

	it('puts letters behind everything else, and behind digits in front of it but in yaml.v2', () => {
		assert.deepEqual(['ab', 'a-', 'a.b'].sort(compareKeys), ['a-', 'a.b', 'ab']);
		assert.ok(compareKeys('1a', '1-') < 0);
		assert.ok(compareKeys('1a', '1-', 'json-patch') > 0);
	});

	it('answers zero for the same key only', () => {
		assert.equal(compareKeys('k', 'k'), 0);
		assert.ok(compareKeys('k', 'kk') < 0 && compareKeys('kk', 'k') > 0);
	});
});

describe('compareBytes', () => {
	it('orders as UTF-8 does, beyond U+FFFF too', () => {
		assert.deepEqual(['😀', '\uFFFD', 'é', 'z', 'Z', ''].sort(compareBytes), ['', 'Z', 'z', 'é', '\uFFFD', '😀']);
	});
});
