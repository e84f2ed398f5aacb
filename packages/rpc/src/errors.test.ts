import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { toRpcError } from './errors.ts';

test('what the kernel refuses a server is said as a Go server says it', () => {
	assert.throws(
		() => writeFileSync('/dev/full', 'x'),
		(thrown) => toRpcError(thrown).toString() === 'rpc error: code = Unknown desc = write: no space left on device',
	);
	assert.throws(
		() => writeFileSync('/nosuch/file', 'x'),
		(thrown) => toRpcError(thrown).toString() === 'rpc error: code = Unknown desc = open /nosuch/file: no such file or directory',
	);
});
