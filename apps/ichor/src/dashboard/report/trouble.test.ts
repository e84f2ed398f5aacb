import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MachineStatus } from '@ichor/machinery/resources';
import { NodeFacts } from '../facts/node-facts.ts';
import { fakeFacts, fakeNow } from '../fake-facts.ts';
import { troubleOf } from './trouble.ts';

const refused =
	'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp 10.5.0.2:50000: connect: connection refused"';

test('the cause is named, and what comes before it is not', () => {
	const facts = fakeFacts('10.5.0.2', 'cp-1');
	assert.equal(troubleOf(facts, fakeNow), '');

	const unmetConditions = [
		{ name: 'services', reason: 'etcd not healthy' },
		{ name: 'nodeReady', reason: 'node is not there' },
	];
	facts.keep(MachineStatus, new Map([['machine', { stage: 'running', status: { ready: false, unmetConditions } }]]));
	assert.equal(troubleOf(facts, fakeNow), 'not ready: services: etcd not healthy (and 1 more)');

	facts.failed(refused, fakeNow - 61_000);
	facts.failed(refused, fakeNow - 1000);
	assert.equal(troubleOf(facts, fakeNow), '10.5.0.2 has not answered for 1m1s: dial tcp 10.5.0.2:50000: connect: connection refused');
});

test('a node that has never answered is waited for, and says why', () => {
	const facts = new NodeFacts('10.5.0.9');
	assert.equal(troubleOf(facts, fakeNow), 'waiting for 10.5.0.9 to answer');
	facts.failed('rpc error: code = DeadlineExceeded desc = context deadline exceeded', fakeNow);
	assert.equal(troubleOf(facts, fakeNow), '10.5.0.9 does not answer: context deadline exceeded');
});
