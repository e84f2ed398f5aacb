import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plainDocuments } from './plain-documents.ts';

describe('documents as JSON has them', () => {
	test('every document, without the empty ones', () => {
		assert.deepEqual(plainDocuments('---\nkind: A\n---\n# nothing\n---\nkind: B\nitems: [1, 2.0, "3", true, null]\n'), [
			{ kind: 'A' },
			{ kind: 'B', items: [1, 2, '3', true, null] },
		]);
	});

	test('keys that are no texts, dates and binary become texts', () => {
		assert.deepEqual(plainDocuments('1: one\nat: 2026-01-02\n'), [{ '1': 'one', at: '2026-01-02T00:00:00Z' }]);
	});

	test('a key named __proto__ is a key', () => {
		const [value] = plainDocuments('__proto__: {a: 1}\n');
		assert.deepEqual(Object.keys(value as object), ['__proto__']);
	});

	test('what is not YAML is refused with its place', () => {
		assert.throws(() => plainDocuments('a: [1\n', 'manifest.yaml'), { code: 'syntax' });
	});
});
