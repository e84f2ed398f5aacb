import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keysOf } from './keys.ts';

test('what keyboards send', () => {
	assert.deepEqual(keysOf('\u001BOP\u001B[12~\u001B[[C\u001B[17~'), ['f1', 'f2', 'f3', 'f6']);
	assert.deepEqual(keysOf('\u001B[A\u001BOB\u001B[C\u001B[D\u001B[5~\u001B[6~\u001B[H\u001B[4~'), [
		'up',
		'down',
		'right',
		'left',
		'pageup',
		'pagedown',
		'home',
		'end',
	]);
	assert.deepEqual(keysOf('jG/\u0004\u0003\u001A\r\u007Fé'), ['j', 'G', '/', 'ctrl-d', 'ctrl-c', 'ctrl-z', 'enter', 'backspace', 'é']);
	assert.deepEqual(keysOf('\u001B'), ['escape']);
});

test('a sequence that means nothing is no keys', () => {
	assert.deepEqual(keysOf('\u001B[1;5C\u001B[200~\u001B[<0;1;1Mq'), ['q']);
});

test('whatever comes, no key has a control character in it', () => {
	fc.assert(fc.property(fc.string({ unit: 'binary' }), (bytes) => keysOf(bytes).every((key) => !/[\u0000-\u001F]/.test(key))));
});
