import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quote, quoteList } from './quote.ts';

test('what would not print is escaped, everything else stands as it is', () => {
	assert.equal(quote('ünï "quoted" \\ 語'), '"ünï \\"quoted\\" \\\\ 語"');
	assert.equal(quote('\u0007\b\f\n\r\t\v\u0000\u007f'), '"\\a\\b\\f\\n\\r\\t\\v\\x00\\x7f"');
	assert.equal(quote('\u00a0\u200b\ufeff\u{e0001}'), '"\\u00a0\\u200b\\ufeff\\U000e0001"');
});

test('a list is quoted text by text', () => {
	assert.equal(quoteList([]), '[]');
	assert.equal(quoteList(['a', 'b c']), '["a" "b c"]');
});

test('a quoted text is one line that no other text has', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
			assert.doesNotMatch(quote(a), /[\n\r]/);
			assert.equal(quote(a) === quote(b), a === b);
		}),
	);
});
