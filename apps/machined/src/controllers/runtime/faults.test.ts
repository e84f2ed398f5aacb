import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { create, toBinary } from '@bufbuild/protobuf';
import { ServiceStateEventSchema } from '@ichor/api/machine';
import { Diagnostic, DNSUpstream } from '@ichor/machinery/resources';
import { type Controller, type ControllerFailure, Engine, InMemoryState, State } from '@ichor/runtime';
import { background, waitFor, withTimeout } from '@ichor/std';
import { startControllers } from '../controller-bench.ts';
import { ServiceWords, withCauses } from './causes.ts';
import { faultsController } from './faults.ts';

describe('faults of the machine', () => {
	it('are a volume without room, until there is some', async (t) => {
		let free = 0;
		const { state, until, stop } = startControllers(
			faultsController({
				failures: () => [],
				volumes: { STATE: '/system/state', EPHEMERAL: '/var' },
				space: async (path) => ({ blocks: 2560, bavail: path === '/var' ? free : 2560, bsize: 4096 }),
				period: 5,
			}),
		);
		t.after(stop);
		const { spec } = await until(() => state.find(Diagnostic.pointer('volume-full-ephemeral')));
		assert.equal(spec.message, 'the volume EPHEMERAL (/var) is full: 0 MiB of 10 MiB are free');
		assert.equal((await state.list(Diagnostic.kind)).length, 1);
		free = 1000;
		await until(async () => ((await state.list(Diagnostic.kind)).length === 0 ? true : undefined));
	});

	it('are a controller that has failed for a while, and no other', async (t) => {
		const long = Date.now() - 11_000;
		const failures: readonly ControllerFailure[] = [
			{ controller: 'k8s.NodeIPController', count: 9, since: long, message: 'no address' },
			{ controller: 'k8s.Once', count: 1, since: long, message: 'not yet' },
			{ controller: 'k8s.Young', count: 9, since: Date.now() + 60_000, message: 'not yet' },
		];
		const { state, until, stop } = startControllers(faultsController({ failures: () => failures, volumes: {}, period: 5 }));
		t.after(stop);
		const { spec } = await until(() => state.find(Diagnostic.pointer('controller-k8s.nodeipcontroller')));
		assert.equal(spec.message, 'the controller k8s.NodeIPController fails again and again: no address');
		assert.equal((await state.list(Diagnostic.kind)).length, 1);
	});

	it('are known to the engine: from the first failure until all is well', async (t) => {
		let broken = true;
		const controller: Controller = {
			name: 'test.Controller',
			inputs: [],
			outputs: [],
			async run(_, runtime) {
				while (await runtime.nextReconcile()) {
					if (broken) throw new Error('broken');
					runtime.resetRestartBackoff();
				}
			},
		};
		const engine = new Engine(new State(new InMemoryState()), {
			clock: { now: Date.now, sleep: async () => await new Promise((resolve) => setImmediate(resolve)) },
		});
		engine.register(controller);
		const life = new AbortController();
		const running = engine.run({ ...background, signal: life.signal });
		t.after(async () => {
			life.abort();
			await running;
		});
		const context = withTimeout(background, 5000);
		const failure = await waitFor(context, () => engine.failures.find(({ count }) => count >= 3), 1);
		assert.deepEqual([failure.controller, failure.message], ['test.Controller', 'broken']);
		broken = false;
		await waitFor(context, () => engine.failures.length === 0 || undefined, 1);
	});
});

describe('causes', () => {
	const unmet = [
		{ name: 'services', reason: 'kubelet not running' },
		{ name: 'nodeReady', reason: 'node "cp-1" is not ready' },
	];

	it('stand behind the first condition: silent name servers and faults, not what is not implemented', async () => {
		const state = new State(new InMemoryState());
		assert.deepEqual(await withCauses(state, unmet), unmet);
		await state.create(DNSUpstream.resource('#000 192.0.2.1', { healthy: 'false', addr: '192.0.2.1:53' }));
		await state.create(DNSUpstream.resource('#001 192.0.2.2', { healthy: 'false', addr: '192.0.2.2:53' }));
		await state.create(Diagnostic.resource('unimplemented-bgp', { message: 'no BGP', details: [] }));
		await state.create(Diagnostic.resource('volume-full-state', { message: 'the volume STATE is full', details: [] }));
		const [first, second] = await withCauses(state, unmet);
		assert.equal(first?.reason, 'kubelet not running; the volume STATE is full; no name server answers: 192.0.2.1:53, 192.0.2.2:53');
		assert.equal(second, unmet[1]);
		assert.deepEqual(await withCauses(state, []), []);
		await state.modify(DNSUpstream.resource('#001 192.0.2.2', { healthy: 'true', addr: '192.0.2.2:53' }), ({ metadata }) => ({
			metadata,
			spec: { healthy: 'true', addr: '192.0.2.2:53' },
		}));
		assert.equal((await withCauses(state, unmet))[0]?.reason, 'kubelet not running; the volume STATE is full');
	});

	it('of services are their own last words', () => {
		const words = new ServiceWords();
		const say = (service: string, message: string, health?: { unknown: boolean; healthy: boolean; lastMessage: string }) => {
			const value = toBinary(ServiceStateEventSchema, create(ServiceStateEventSchema, { service, message, ...(health && { health }) }));
			return words.notice({ schema: ServiceStateEventSchema, value });
		};
		assert.equal(say('kubelet', 'Error running kubelet, going to restart forever: cannot pull x: not found'), true);
		assert.equal(say('kubelet', 'Error running kubelet, going to restart forever: cannot pull x: not found'), false);
		// it is tried again, and has not run yet
		assert.equal(say('kubelet', 'Running pre state'), false);
		say('etcd', 'Health check failed: no leader', {
			unknown: false,
			healthy: false,
			lastMessage: 'etcd has lost its quorum: it has no leader',
		});
		assert.deepEqual(
			[words.of('kubelet'), words.of('etcd'), words.of('apid')],
			['cannot pull x: not found', 'etcd has lost its quorum: it has no leader', ''],
		);
	});
});
