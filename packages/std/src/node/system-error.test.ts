import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { errnoReason, systemErrorText } from './system-error.ts';

test("a system error is said in the words of Go's os package", () => {
	const refused = (path: string): string => {
		try {
			return readFileSync(path, 'utf8');
		} catch (error) {
			return systemErrorText(error as NodeJS.ErrnoException);
		}
	};
	assert.equal(refused('/nosuch'), 'open /nosuch: no such file or directory');
	assert.equal(refused('/dev/null/x'), 'open /dev/null/x: not a directory');
	assert.equal(refused('/'), 'read: is a directory');
});

test('an error number that the C library words otherwise than libuv is said in its words', () => {
	assert.equal(errnoReason('ELOOP'), 'too many levels of symbolic links');
	assert.equal(errnoReason('EACCES'), 'permission denied');
	assert.equal(errnoReason('ENOTHING'), 'ENOTHING');
});
