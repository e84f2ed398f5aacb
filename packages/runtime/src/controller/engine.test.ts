import assert from 'node:assert/strict';
import { test } from 'node:test';
import { background } from '@ichor/std';
import { defineResource } from '../resource/resource-type.ts';
import type { CoreState } from '../state/core-state.ts';
import { InMemoryState } from '../state/in-memory/in-memory-state.ts';
import { State } from '../state/state.ts';
import { Engine } from './engine.ts';

const Thing = defineResource<null>({
	type: 'Things.test.dev',
	namespace: 'default',
	codec: { encode: () => new Uint8Array(), decode: () => null, view: (spec) => spec },
});

test('an engine that can no longer see changes stops its controllers and fails', async () => {
	const memory = new InMemoryState();
	const lost = new Error('connection lost');
	const breaking: CoreState = Object.assign(Object.create(memory) as CoreState, {
		get: memory.get.bind(memory),
		create: memory.create.bind(memory),
		watchKindAggregated: async () => {
			throw lost;
		},
	});
	let returned = false;
	const engine = new Engine(new State(breaking));
	engine.register({
		name: 'PatientController',
		inputs: [{ ...Thing.kind, kind: 'weak' }],
		outputs: [],
		run: async (_context, runtime) => {
			while (await runtime.nextReconcile());
			returned = true;
		},
	});
	await assert.rejects(engine.run(background), { code: 'watch-failed', cause: lost, message: /default\/Things.test.dev: connection lost/ });
	assert.equal(returned, true);
});

test('an engine runs once', async () => {
	const stop = new AbortController();
	const engine = new Engine(new State(new InMemoryState()));
	const run = engine.run({ ...background, signal: stop.signal });
	await assert.rejects(engine.run(background), { code: 'misuse' });
	stop.abort();
	await run;
});

test('a failure is logged with the name of its controller and the pause that follows', async () => {
	const logged: unknown[] = [];
	const stop = new AbortController();
	const state = new State(new InMemoryState());
	const engine = new Engine(state, { random: () => 0.5, clock: { now: () => 0, sleep: async () => stop.abort() } });
	engine.register({
		name: 'FailingController',
		inputs: [],
		outputs: [],
		run: async () => {
			throw new Error('no such device');
		},
	});
	await engine.run({
		...background,
		signal: stop.signal,
		log: (level, message, fields) => void (level === 'error' && logged.push([message, fields])),
	});
	assert.deepEqual(logged, [['controller failed', { error: 'no such device', restartIn: 500, controller: 'FailingController' }]]);
});
