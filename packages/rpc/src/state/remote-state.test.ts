import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { State as StateService } from '@ichor/api/cosi';
import { type CoreState, createRegistry, defineResource, filteredState, InMemoryState, isNotFound, State, withSpec } from '@ichor/runtime';
import { conformanceTypes, engineConformance, ManualClock, stateConformance } from '@ichor/runtime/conformance';
import { openChannel } from '../channel.ts';
import { createClient } from '../client.ts';
import { hasRpcCode, RpcError } from '../errors.ts';
import type { Call } from '../handlers.ts';
import { listenUnix } from '../listen-unix.ts';
import { RpcServer } from '../server.ts';
import { RemoteState, type RemoteStateOptions } from './remote-state.ts';
import { serveState } from './serve-state.ts';
import type { RawSpec } from './wire-resource.ts';

const Thing = defineResource<{ readonly name: string }>({
	type: 'Things.test.dev',
	namespace: 'default',
	codec: {
		encode: ({ name }) => new TextEncoder().encode(name),
		decode: (bytes) => ({ name: new TextDecoder().decode(bytes) }),
		view: ({ name }) => ({ called: name }),
	},
});

const registry = createRegistry([...conformanceTypes, Thing]);
let folder = '';
let sockets = 0;

before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'ichor-rpc-'));
});
after(async () => await rm(folder, { recursive: true }));

describe('state over gRPC', { timeout: 20_000 }, () => {
	for (const { name, run } of stateConformance)
		test(name, async () => await served(new InMemoryState(), async ({ state }) => await run(state)));
});

describe('state over gRPC to a server that has no teardown', { timeout: 20_000 }, () => {
	for (const { name, run } of stateConformance) {
		test(name, async () => await served(new InMemoryState(), async ({ state }) => await run(state), { old: true }));
	}
});

describe('engine on a state over gRPC', { timeout: 20_000 }, () => {
	for (const { name, run } of engineConformance)
		test(name, async () => await served(new InMemoryState(), async ({ state }) => await run(state)));
});

test('clients that know a type read its message, others read what people read', async () => {
	const memory = new InMemoryState();
	await memory.create(Thing.resource('a', { name: 'one' }));
	await served(memory, async ({ state, path }) => {
		assert.deepEqual((await state.get(Thing.pointer('a'))).spec, { name: 'one' });
		const channel = openChannel(`unix:${path}`);
		const raw = new State(new RemoteState(channel));
		const { spec } = await raw.get({ namespace: 'default', type: 'Things.test.dev', id: 'a' });
		assert.deepEqual(spec, { proto: new TextEncoder().encode('one'), yaml: '{"called":"one"}' });
		// what cannot be read can still be changed
		await raw.updateWithConflicts({ namespace: 'default', type: 'Things.test.dev', id: 'a' }, (current) =>
			withSpec(current, { ...(current.spec as RawSpec), proto: new TextEncoder().encode('two') }),
		);
		assert.deepEqual((await state.get(Thing.pointer('a'))).spec, { name: 'two' });
		channel.close();
	});
});

test('texts of refusals are those of the state itself', async () => {
	await served(new InMemoryState(), async ({ state }) => {
		await assert.rejects(state.get(Thing.pointer('a')), (error) => {
			assert.ok(isNotFound(error));
			assert.equal((error as Error).message, "resource Things.test.dev(default/a@undefined) doesn't exist");
			return true;
		});
	});
});

test('what a rule denies is denied, and is no conflict when nothing was to be written', async () => {
	const denied = new RpcError('permission-denied', 'not authorized');
	const rule = (call: Call): CoreState =>
		filteredState(new InMemoryState(), () => {
			if (!call.metadata('talos-role').includes('os:admin')) throw denied;
		});
	await served(
		rule,
		async ({ state, path }) => {
			for (const refused of [
				state.get(Thing.pointer('a')),
				state.list(Thing.kind),
				state.watch(Thing.pointer('a')),
				state.watchKind(Thing.kind),
			]) {
				await assert.rejects(refused, (error) => hasRpcCode(error, 'permission-denied') && (error as Error).message === 'not authorized');
			}
			const channel = openChannel(`unix:${path}`);
			const admin = new RemoteState(channel, { metadata: { 'talos-role': ['os:reader', 'os:admin'] } });
			assert.deepEqual(await admin.list(Thing.kind), []);
			channel.close();
		},
		{},
	);
});

test('the first message of a watch is empty, and an older client is not told what it does not know', async () => {
	await served(new InMemoryState(), async ({ path, state }) => {
		const channel = openChannel(`unix:${path}`);
		const client = createClient(StateService, channel);
		await state.create(Thing.resource('a', { name: '' }));
		for (const [apiVersion, expected] of [
			[1, ['CREATED', 'BOOTSTRAPPED', 'CREATED']],
			[0, ['CREATED', 'CREATED']],
		] as const) {
			const answers = client.watch({ namespace: 'default', type: 'Things.test.dev', apiVersion, options: { bootstrapContents: true } });
			assert.deepEqual((await answers.next()).value?.event, []);
			await state.create(Thing.resource(`b${apiVersion}`, { name: '' }));
			const seen: string[] = [];
			for await (const { event } of answers) {
				seen.push(...event.map(({ eventType }) => ['CREATED', 'UPDATED', 'DESTROYED', 'BOOTSTRAPPED'][eventType] ?? ''));
				assert.ok(event.every(({ resource }) => resource?.metadata?.type === 'Things.test.dev' && resource.spec !== undefined));
				if (seen.length === expected.length) break;
			}
			assert.deepEqual(seen, expected);
			await state.destroy(Thing.pointer(`b${apiVersion}`));
		}
		channel.close();
	});
});

test('an id pattern is RE2: a bad one is refused, a hostile one costs nothing', async () => {
	await served(new InMemoryState(), async ({ state }) => {
		await state.create(Thing.resource('a'.repeat(64), { name: '' }));
		assert.equal((await state.list(Thing.kind, { id: /^(?:a+)+$/ })).length, 1);
		assert.equal((await state.list(Thing.kind, { id: { source: '^(a+)+b$', test: () => true } })).length, 0);
		await assert.rejects(state.list(Thing.kind, { id: /(?=a)/ }), { code: 'invalid-argument', message: /^failed to compile regexp: / });
	});
});

test('a broken watch goes on where it was, after a pause', async () => {
	const clock = new ManualClock();
	const memory = new InMemoryState();
	const path = join(folder, 'restarted.sock');
	const serve = async (): Promise<() => Promise<void>> => {
		const server = new RpcServer().add(StateService, serveState({ stateOf: () => memory, registry, toYaml: JSON.stringify }));
		const listener = await listenUnix(server.accept, path);
		return async () => {
			await server.close();
			await listener.close();
		};
	};
	const stop = await serve();
	const channel = openChannel(`unix:${path}`);
	const reasons: unknown[] = [];
	const state = new State(new RemoteState(channel, { registry, retry: { clock, retrying: (error) => void reasons.push(error) } }));
	const watch = await state.watchKind(Thing.kind, { bootstrapContents: true });
	await memory.create(Thing.resource('before', { name: '' }));
	const seen = [(await watch.next()).value?.type, (await watch.next()).value?.type];
	await stop();
	await memory.create(Thing.resource('meanwhile', { name: '' }));
	const restarted = await serve();
	// every pause is over as soon as it begins
	const stopped = new AbortController();
	const hurry = async (): Promise<void> => {
		while (!stopped.signal.aborted) {
			await clock.someoneSleeps();
			clock.advance(60_000);
		}
	};
	void hurry();
	const { value } = await watch.next();
	stopped.abort();
	assert.deepEqual(seen, ['bootstrapped', 'created']);
	assert.ok(value?.type === 'created' && value.resource.metadata.id === 'meanwhile');
	assert.ok(reasons.length > 0 && reasons.every((reason) => reason instanceof RpcError));
	await watch.return?.();
	channel.close();
	await restarted();
});

test('a broken watch without retry fails with the reason', async () => {
	await served(new InMemoryState(), async ({ state, server }) => {
		const watch = await state.watchKind(Thing.kind, { bootstrapBookmark: true });
		await watch.next();
		await server.close();
		await assert.rejects(async () => await watch.next(), RpcError);
	});
});

interface Served {
	readonly state: State;
	readonly server: RpcServer;
	readonly path: string;
}

/** Serves a state on a socket of its own while `body` uses it through a channel. */
async function served(
	state: CoreState | ((call: Call) => CoreState),
	body: (served: Served) => Promise<void>,
	{ old = false, ...options }: RemoteStateOptions & { readonly old?: boolean } = {},
): Promise<void> {
	sockets += 1;
	const path = join(folder, `${sockets}.sock`);
	const stateOf = typeof state === 'function' ? state : (): CoreState => state;
	const handlers = serveState({ stateOf, registry, toYaml: JSON.stringify });
	const { teardown: _, teardownAndDestroy: __, ...oldHandlers } = handlers;
	const server = new RpcServer().add(StateService, old ? oldHandlers : handlers);
	const listener = await listenUnix(server.accept, path);
	const channel = openChannel(`unix:${path}`);
	try {
		await body({ state: new State(new RemoteState(channel, { registry, ...options })), server, path });
	} finally {
		channel.close();
		await server.close();
		await listener.close();
	}
}
