import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { closest, editDistance, suggestions } from './suggest.ts';

test('two edits or a beginning are near enough', () => {
	assert.deepEqual(suggestions('confg', ['config', 'gen', 'completion']), ['config']);
	assert.deepEqual(suggestions('Comp', ['config', 'completion']), ['completion']);
	assert.deepEqual(suggestions('bananas', ['config', 'gen']), []);
	assert.equal(closest('ouput-dir', ['output', 'output-dir']), 'output-dir');
	assert.equal(closest('nothing-like-it', ['output']), undefined);
});

test('the distance is a metric', () => {
	const name = fc.string({ maxLength: 8 }).map((text) => text.toLowerCase());
	fc.assert(
		fc.property(name, name, name, (a, b, c) => {
			assert.equal(editDistance(a, a), 0);
			assert.equal(editDistance(a, b), editDistance(b, a));
			assert.ok(editDistance(a, c) <= editDistance(a, b) + editDistance(b, c));
		}),
	);
});
