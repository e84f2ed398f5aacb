import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { RoomError } from '@ichor/std';
import { FakeTerminal } from './command/fake-terminal.ts';
import { UsageError } from './command/usage-error.ts';
import { exitCodeOf } from './exit.ts';
import { UnimplementedError } from './unimplemented.ts';

function judged(thrown: unknown): { readonly code: number; readonly errors: string } {
	const terminal = new FakeTerminal();
	const code = exitCodeOf(thrown, terminal, () => 'Usage:\n');
	assert.equal(terminal.output, '');
	return { code, errors: terminal.errors };
}

function thrownBy(action: () => unknown): unknown {
	try {
		action();
	} catch (error) {
		return error;
	}
	return undefined;
}

test('what is wrong with the command line comes with its usage', () => {
	assert.deepEqual(judged(new UsageError('unknown flag: --x')), { code: 1, errors: 'unknown flag: --x\n\nUsage:\n\n' });
	assert.deepEqual(
		judged(new UsageError('unknown flag: --x', 'did you mean --y?')).errors,
		'unknown flag: --x\ndid you mean --y?\n\nUsage:\n\n',
	);
});

test('everything else is its message', () => {
	assert.deepEqual(judged(new RoomError('code', 'it is broken')), { code: 1, errors: 'it is broken\n' });
	assert.deepEqual(judged(new UnimplementedError('no such thing')), { code: 1, errors: 'UNIMPLEMENTED: no such thing\n' });
	assert.deepEqual(judged('thrown text'), { code: 1, errors: 'thrown text\n' });
});

test('places in what the user wrote stand below', () => {
	class ConfigLikeError extends RoomError<'decode'> {
		readonly places = [
			{ source: 'a.yaml', line: 3, column: 5, message: 'unknown key', hint: 'did you mean token?' },
			{ source: 'b.yaml', line: 1, column: 1, message: 'no hint' },
		];
	}
	assert.equal(
		judged(new ConfigLikeError('decode', 'refused')).errors,
		'refused\n  a.yaml:3:5: unknown key; did you mean token?\n  b.yaml:1:1: no hint\n',
	);
});

test('the kernel is quoted in the words of Go', () => {
	const folder = mkdtempSync(join(tmpdir(), 'ichor-'));
	try {
		const path = join(folder, 'missing');
		assert.equal(judged(thrownBy(() => readFileSync(path))).errors, `open ${path}: no such file or directory\n`);
		assert.equal(judged(thrownBy(() => readFileSync(folder))).errors, 'read: is a directory\n');
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test('nobody listens: as if SIGPIPE had ended the process, and silently', () => {
	const broken = Object.assign(new Error('EPIPE: broken pipe, write'), { code: 'EPIPE', errno: -32, syscall: 'write' });
	assert.deepEqual(judged(broken), { code: 141, errors: '' });
});
