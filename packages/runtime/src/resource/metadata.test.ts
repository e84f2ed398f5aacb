import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equalMetadata, formatVersion, newMetadata, parseVersion } from './metadata.ts';

test('a version reads back as it was written', () => {
	fc.assert(fc.property(fc.nat({ max: 2 ** 31 }), (version) => parseVersion(formatVersion(version)) === version));
	assert.equal(formatVersion(0), 'undefined');
});

test('what is no version is refused', () => {
	for (const text of ['', '-1', '1.0', '0x1', 'one', '1e3', '9'.repeat(16)]) assert.equal(parseVersion(text), undefined, text);
});

test('metadata is equal whatever the order of labels and finalizers and the times', () => {
	const one = newMetadata({ namespace: 'n', type: 't', id: 'i' }, { labels: { a: '1', b: '2' } });
	const other = newMetadata({ namespace: 'n', type: 't', id: 'i' }, { labels: { b: '2', a: '1' } });
	assert.equal(equalMetadata({ ...one, finalizers: ['x', 'y'], created: 1, updated: 2 }, { ...other, finalizers: ['y', 'x'] }), true);
	for (const change of [
		{ version: 1 },
		{ owner: 'o' },
		{ phase: 'tearingDown' as const },
		{ finalizers: ['x'] },
		{ annotations: { a: '' } },
		{ id: 'j' },
	]) {
		assert.equal(equalMetadata(one, { ...other, ...change }), false, JSON.stringify(change));
	}
});
