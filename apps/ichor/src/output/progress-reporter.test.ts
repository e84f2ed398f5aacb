import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeTerminal } from '../command/fake-terminal.ts';
import { ProgressReporter } from './progress-reporter.ts';

test('without a terminal every new message is a line', () => {
	const terminal = new FakeTerminal();
	const reporter = new ProgressReporter(terminal);
	reporter.report({ message: 'etcd: ...', status: 'running' });
	reporter.report({ message: ' etcd: ...', status: 'running' });
	reporter.report({ message: 'etcd:\tOK', status: 'succeeded' });
	assert.equal(terminal.errors, 'etcd: ...\netcd:    OK\n');
});

test('on a terminal what runs turns, and is replaced with as many lines as it took', () => {
	const terminal = new FakeTerminal({}, [], { columns: 10, colored: true });
	const reporter = new ProgressReporter(terminal);
	reporter.report({ message: 'two nodes\nand a line', status: 'running' });
	reporter.report({ message: 'two nodes\nand a line', status: 'error' });
	reporter.report({ message: 'done', status: 'succeeded' });
	reporter.report({ message: 'left out', status: 'skipped' });
	const up = '\u001B[A\u001B[K';
	assert.equal(
		terminal.errors,
		[
			'\u001B[33m◰ two nodes\nand a line\u001B[0m\n',
			`${up.repeat(3)}\u001B[31m◳ two nodes\nand a line\u001B[0m\n`,
			`${up.repeat(3)}\u001B[32mdone\u001B[0m\n`,
			'\u001B[34mleft out\u001B[0m\n',
		].join(''),
	);
});

test('plain is plain on a terminal too, and no color is none', () => {
	const plain = new FakeTerminal({}, [], { columns: 80, colored: true });
	new ProgressReporter(plain, 'plain').report({ message: 'a', status: 'running' });
	assert.equal(plain.errors, 'a\n');
	const colorless = new FakeTerminal({}, [], { columns: 80, colored: false });
	new ProgressReporter(colorless).report({ message: 'a', status: 'running' });
	assert.equal(colorless.errors, '◰ a\n');
});
