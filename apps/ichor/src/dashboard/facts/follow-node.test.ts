import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HostnameStatus } from '@ichor/machinery/resources';
import { background, waitFor, withTimeout } from '@ichor/std';
import { fakeFacts } from '../fake-facts.ts';
import { FakeNode } from './fake-node.ts';
import { followNode } from './follow-node.ts';
import { NodeFacts } from './node-facts.ts';
import { watchedKinds } from './watched-kinds.ts';

const deadline = 10_000;

async function until(condition: () => boolean): Promise<void> {
	await waitFor(withTimeout(background, deadline), () => condition() || undefined, 5);
}

test('a node is known, goes away, and is known anew when it is back', async (t) => {
	const node = new FakeNode(fakeFacts('10.5.0.2', 'cp-1'));
	const facts = new NodeFacts('10.5.0.2');
	const ended = new AbortController();
	t.after(() => ended.abort());
	const following = followNode(node.services(), facts, { interval: 20, signal: ended.signal, changed: () => undefined });

	await until(() => facts.one(HostnameStatus)?.hostname === 'cp-1' && facts.log.length === 40);
	assert.equal(facts.connection.state as string, 'live');
	assert.equal(facts.samples.at(-1)?.services?.length, 5);
	assert.equal(node.streams, watchedKinds.length + 1);

	node.leave();
	await until(() => facts.connection.state === 'lost' && node.streams === 0);
	assert.match(JSON.stringify(facts.connection), /connection refused/);
	assert.equal(facts.one(HostnameStatus)?.hostname, 'cp-1');

	node.comeBack();
	await until(() => facts.connection.state === 'live' && node.streams === watchedKinds.length + 1 && facts.log.length === 40);
	assert.equal(facts.logDropped, 40);

	ended.abort();
	await following;
	await until(() => node.streams === 0);
});

test('a node that has never answered says why', async (t) => {
	const node = new FakeNode(fakeFacts('10.5.0.2', 'cp-1'));
	node.leave();
	const facts = new NodeFacts('10.5.0.2');
	const ended = new AbortController();
	t.after(() => ended.abort());
	void followNode(node.services(), facts, { interval: 20, signal: ended.signal, changed: () => undefined });
	await until(() => facts.connection.state === 'connecting' && facts.connection.reason !== '');
	assert.equal(node.streams, 0);
});

test('a node is asked no more often than in each interval', async (t) => {
	const node = new FakeNode(fakeFacts('10.5.0.2', 'cp-1'));
	const ended = new AbortController();
	t.after(() => ended.abort());
	const begun = performance.now();
	void followNode(node.services(), new NodeFacts('10.5.0.2'), { interval: 50, signal: ended.signal, changed: () => undefined });
	await until(() => node.samples >= 4);
	assert.ok(performance.now() - begun >= 3 * 50 - 5);
});
