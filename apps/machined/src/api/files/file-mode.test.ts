import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileMode } from './file-mode.ts';

test('modes are those of Go', () => {
	assert.equal(fileMode(0o100644), 0o644);
	assert.equal(fileMode(0o040755), 0x80000000 + 0o755);
	assert.equal(fileMode(0o041777), 0x80000000 + (1 << 20) + 0o777);
	assert.equal(fileMode(0o120777), (1 << 27) + 0o777);
	assert.equal(fileMode(0o104755), (1 << 23) + 0o755);
	assert.equal(fileMode(0o020666), (1 << 26) + (1 << 21) + 0o666);
});
