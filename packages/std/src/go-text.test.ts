import assert from 'node:assert/strict';
import { test } from 'node:test';
import { multiErrorText, quotedList } from './go-text.ts';

test('several messages are counted, and not more of them named than are wanted', () => {
	assert.equal(multiErrorText(['a']), '1 error occurred:\n\t* a\n\n');
	assert.equal(multiErrorText(['a', 'b']), '2 errors occurred:\n\t* a\n\t* b\n\n');
	assert.equal(multiErrorText(['a', 'b', 'c'], 1), '3 errors occurred:\n\t* a\n\t* … and 2 more\n\n');
});

test('strings of a list are quoted', () => {
	assert.equal(quotedList([]), '[]');
	assert.equal(quotedList(['10.5.0.2', 'a "b"']), '["10.5.0.2" "a \\"b\\""]');
});
