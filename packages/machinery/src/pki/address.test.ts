import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressBytes } from './address.ts';
import { PkiError } from './errors.ts';

test('addresses become 4 or 16 bytes', async () => {
	assert.deepEqual([...(await addressBytes('10.5.0.2'))], [10, 5, 0, 2]);
	assert.deepEqual([...(await addressBytes('::ffff:10.5.0.2'))], [10, 5, 0, 2]);
	assert.deepEqual([...(await addressBytes('fd00::1'))], [0xfd, ...new Uint8Array(14), 1]);
});

test('anything else is refused by name', async () => {
	for (const text of ['', 'localhost', '1', '010.0.0.1', '1.2.3', 'fe80::1%eth0', '10.0.0.1/8']) {
		await assert.rejects(addressBytes(text), (error) => error instanceof PkiError && error.message === `invalid IP: ${text}`);
	}
});
