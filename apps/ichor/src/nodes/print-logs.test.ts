import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { DataSchema } from '@ichor/api/common';
import { RpcError } from '@ichor/rpc';
import { fakeSession } from './fake-session.ts';
import { printLogs } from './print-logs.ts';

type Piece = readonly [node: string, text: string, error?: string];

async function printed(pieces: readonly Piece[], failure?: Error) {
	const session = fakeSession();
	async function* stream() {
		for (const [hostname, text, error = ''] of pieces) {
			yield create(DataSchema, { bytes: new TextEncoder().encode(text), metadata: { hostname, error } });
		}
		if (failure !== undefined) throw failure;
	}
	const outcome = await printLogs(session, stream()).catch((error: unknown) => (error as Error).message);
	return { outcome, output: session.terminal.output, errors: session.terminal.errors };
}

test('lines of several nodes come whole, wherever they were cut', async () => {
	const { outcome, output } = await printed([
		['a', 'one\ntw'],
		['b', 'other\r\n\nend'],
		['a', 'o\nthr'],
		['a', 'ee'],
	]);
	assert.equal(outcome, true);
	assert.equal(output, 'a: one\nb: other\nb: \na: two\na: three\nb: end\n');
});

test('what a node refuses stops no other', async () => {
	const { outcome, output, errors } = await printed([
		['a', '', 'log "x\x1b" was not registered'],
		['b', 'line\n'],
	]);
	assert.deepEqual(
		{ outcome, output, errors },
		{ outcome: false, output: 'b: line\n', errors: 'ERROR: log "x\\x1b" was not registered\n' },
	);
});

test('a stream that breaks has printed what it brought', async () => {
	const { outcome, output } = await printed([['a', 'half']], new RpcError('unavailable', 'lost'));
	assert.deepEqual({ outcome, output }, { outcome: 'error getting logs: rpc error: code = Unavailable desc = lost', output: 'a: half\n' });
	assert.equal((await printed([], new RpcError('cancelled', 'context canceled'))).outcome, true);
});
