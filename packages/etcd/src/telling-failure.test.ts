import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RpcError } from '@ichor/rpc';
import { tellingFailure } from './telling-failure.ts';

const answer = new RpcError('unavailable', 'etcdserver: unhealthy cluster');
const unreachable = new RpcError('unavailable', 'dial tcp 10.5.0.4:2379: connect: connection refused');
const late = new RpcError('deadline-exceeded', 'etcdserver: request timed out');

test("a member's answer is not hidden by one that is not there", () => {
	assert.equal(tellingFailure(answer, unreachable), answer);
	assert.equal(tellingFailure(unreachable, answer), answer);
});

test('of two of a kind the later one is reported', () => {
	assert.equal(tellingFailure(answer, late), late);
	const gone = new RpcError('unavailable', 'no route to host');
	assert.equal(tellingFailure(unreachable, gone), gone);
});
