import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { printable, printableText } from './printable.ts';

test('what a terminal would obey is shown, not sent', () => {
	assert.equal(
		printable('\x1b]0;title\x07 a\tb\r\nc \x9b2J \u202egnp.exe größer └─'),
		'\\x1b]0;title\\x07 a\\tb\\r\\nc \\x9b2J \\u202egnp.exe größer └─',
	);
	assert.equal(printableText('1 error:\n\t* \x1b[2J'), '1 error:\n\t* \\x1b[2J');
});

test('no control character is left of any text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			assert.doesNotMatch(printable(text), /\p{Cc}/u);
			assert.doesNotMatch(printableText(text).replaceAll(/[\n\t]/g, ''), /\p{Cc}/u);
		}),
	);
});
