import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ConfigValue } from './document.ts';
import { mergeFreeFormMaps } from './merge-free-form.ts';
import { TextRefusal } from './scalars/refusal.ts';
import type { StructValue } from './schema/zero.ts';

function merged(left: StructValue, right: StructValue): unknown {
	return JSON.parse(JSON.stringify(mergeFreeFormMaps(left, right)));
}

test('maps merge, lists follow each other, scalars are replaced unless the new one is zero', () => {
	assert.deepEqual(merged({ a: { b: 1, c: [1] } }, { a: { b: 2, c: [2], d: 'x' } }), { a: { b: 2, c: [1, 2], d: 'x' } });
	assert.deepEqual(merged({ a: 1, b: 'x', c: true }, { a: 0, b: '', c: false }), { a: 1, b: 'x', c: false });
	assert.deepEqual(merged({ a: null }, { a: { b: [1] } }), { a: { b: [1] } });
});

test('values of different types are not merged', () => {
	const refusals: readonly (readonly [ConfigValue, ConfigValue, string])[] = [
		[1, 'x', 'merge type mismatch left int right string'],
		[{}, [], 'merge type mismatch left map[string]interface {} right []interface {}'],
		[true, 1.5, 'merge type mismatch left bool right float64'],
		[1, { opaque: 'float', text: '1' }, 'merge type mismatch left int right float64'],
	];
	for (const [left, right, message] of refusals) {
		const expected = { name: TextRefusal.name, message: `merge map key map[string]interface {}[a]: ${message}` };
		assert.throws(() => mergeFreeFormMaps({ a: left }, { a: right }), { message: expected.message });
	}
	assert.throws(() => mergeFreeFormMaps({ a: 1 }, { a: null }), /use "\$patch: delete" to remove a key/);
});

test('a map merged into nothing, or with nothing, is itself, and stays as it was', () => {
	const map = fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<ConfigValue>);
	fc.assert(
		fc.property(map, (value) => {
			const before = JSON.stringify(value);
			assert.equal(JSON.stringify(mergeFreeFormMaps({}, value)), before);
			assert.equal(JSON.stringify(mergeFreeFormMaps(value, {})), before);
			assert.equal(JSON.stringify(value), before);
		}),
	);
});
