import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { deepFreeze, equalData } from './plain-data.ts';

const data = fc.anything({ maxDepth: 3, withNullPrototype: true });

test('equal data is what Node finds deeply equal', () => {
	const json = fc.jsonValue({ depthSize: 'small' });
	fc.assert(fc.property(json, json, (a, b) => equalData(a, b) === isDeepStrictEqual(a, b)));
});

test('everything equals its copy, and freezing does not change it', () => {
	fc.assert(fc.property(data, (value) => equalData(value, structuredClone(value)) && equalData(deepFreeze(structuredClone(value)), value)));
});

test('bytes are compared byte by byte, and only with bytes', () => {
	assert.equal(equalData(new Uint8Array([1, 2]), new Uint8Array([1, 2])), true);
	assert.equal(equalData(new Uint8Array([1, 2]), new Uint8Array([1, 3])), false);
	assert.equal(equalData(new Uint8Array([1, 2]), [1, 2]), false);
});

test('absent and undefined are the same, undefined and null are not', () => {
	assert.equal(equalData({ a: 1, b: undefined }, { a: 1 }), true);
	assert.equal(equalData({ a: undefined }, { a: null }), false);
	assert.equal(equalData({ constructor: undefined }, { a: 1 }), false);
});

test('frozen data cannot be changed anywhere, bytes excepted', () => {
	const value = deepFreeze({ list: [{ text: 'a' }], bytes: new Uint8Array([1]) });
	assert.throws(() => value.list.push({ text: 'b' }), TypeError);
	assert.throws(() => {
		const [first] = value.list;
		if (first !== undefined) first.text = 'c';
	}, TypeError);
	value.bytes[0] = 2;
	assert.deepEqual(value, { list: [{ text: 'a' }], bytes: new Uint8Array([2]) });
});
