import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withSpec } from '../resource/resource.ts';
import { defineResource } from '../resource/resource-type.ts';
import type { CoreState } from './core-state.ts';
import { InMemoryState } from './in-memory/in-memory-state.ts';
import { State } from './state.ts';

const Thing = defineResource<string>({
	type: 'Things.test.dev',
	namespace: 'default',
	codec: { encode: () => new Uint8Array(), decode: () => '', view: (spec) => spec },
});

test('what another one has destroyed meanwhile need not be waited for', async () => {
	const state = new State(changed({ teardown: async () => false }));
	await state.teardownAndDestroy(Thing.pointer('a'));
});

test('what another one has created meanwhile is changed instead', async () => {
	const memory = new InMemoryState();
	let late = true;
	const create: CoreState['create'] = async (resource, options) => {
		if (late) await memory.create(Thing.resource('a', 'theirs'));
		late = false;
		return await memory.create(resource, options);
	};
	const modified = await new State(changed({ create }, memory)).modify(Thing.resource('a', ''), (current) =>
		withSpec(current, `${current.spec} and ours`),
	);
	assert.deepEqual([modified.spec, modified.metadata.version], ['theirs and ours', 2]);
});

test('a state that can do it in one step is asked to', async () => {
	const asked: string[] = [];
	const teardown: CoreState['teardown'] = async ({ id }, options) => asked.push(`teardown ${id} by ${options?.owner}`) > 0;
	const teardownAndDestroy: CoreState['teardownAndDestroy'] = async ({ id }, options) => void asked.push(`both ${id} by ${options?.owner}`);
	const state = new State(changed({ teardown, teardownAndDestroy }));
	assert.equal(await state.teardown(Thing.pointer('a'), { owner: 'me' }), true);
	await state.teardownAndDestroy(Thing.pointer('b'), { owner: 'me' });
	assert.deepEqual(asked, ['teardown a by me', 'both b by me']);
});

/** A state in memory, some of it replaced. */
function changed(replacements: Partial<CoreState>, memory: CoreState = new InMemoryState()): CoreState {
	return {
		get: async (...args) => await memory.get(...args),
		list: async (...args) => await memory.list(...args),
		create: async (...args) => await memory.create(...args),
		update: async (...args) => await memory.update(...args),
		destroy: async (...args) => await memory.destroy(...args),
		watch: async (...args) => await memory.watch(...args),
		watchKind: async (...args) => await memory.watchKind(...args),
		watchKindAggregated: async (...args) => await memory.watchKindAggregated(...args),
		...replacements,
	};
}
