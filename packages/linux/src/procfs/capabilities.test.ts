import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundingCapabilities } from './capabilities.ts';

test('the capabilities of the host are those that this process has, by name', async () => {
	const names = await boundingCapabilities();
	assert.ok(names.every((name) => /^CAP_[A-Z_]+$/.test(name)));
	assert.equal(new Set(names).size, names.length);
});
