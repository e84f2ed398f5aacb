import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, test } from 'node:test';
import { ProgressLine } from './progress-line.ts';

describe('the progress line', () => {
	test('is a line for each change where nobody can rewrite one', () => {
		const stream = new PassThrough();
		const line = new ProgressLine(stream);
		for (const what of ['building', 'building', 'waiting for etcd']) line.show(what);
		line.note('a later run');
		line.clear();
		assert.equal(textOf(stream), '   0 s  building\n   0 s  waiting for etcd\na later run\n');
	});

	test('is one line that is replaced on a terminal, cut to its width, and gone in the end', () => {
		const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 20 });
		const line = new ProgressLine(stream);
		line.show('waiting for something with a long name');
		line.note('a note');
		line.show('etcd');
		line.clear();
		assert.equal(textOf(stream), '\r\u001b[K   0 s  waiting f\r\u001b[Ka note\n\r\u001b[K   0 s  etcd\r\u001b[K');
	});

	test('counts on a terminal while nothing changes, and has one line whatever it is told', (t) => {
		t.mock.timers.enable({ apis: ['Date', 'setInterval'] });
		const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 0 });
		const line = new ProgressLine(stream);
		line.show('waiting\nfor two');
		t.mock.timers.tick(1000);
		line.clear();
		t.mock.timers.tick(5000);
		assert.equal(textOf(stream), '\r\u001b[K   0 s  waiting\r\u001b[K   1 s  waiting\r\u001b[K');
	});
});

function textOf(stream: PassThrough): string {
	return String(stream.read() ?? '');
}
