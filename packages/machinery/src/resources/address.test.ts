import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressMessage, addressText, prefixMessage, prefixText } from './address.ts';

test('addresses keep their text on the way through a message', () => {
	for (const text of ['10.5.0.2', '::1', 'fe80::1%eth0', '2001:db8::42']) assert.equal(addressText(addressMessage(text)), text);
	for (const text of ['10.5.0.2/24', 'fd00::1/64', '127.0.0.1/8']) assert.equal(prefixText(prefixMessage(text)), text);
	assert.deepEqual([...addressMessage('10.5.0.2').ip], [10, 5, 0, 2]);
	assert.equal(addressText(undefined), '');
});
