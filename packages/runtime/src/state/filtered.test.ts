import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineResource } from '../resource/resource-type.ts';
import { type Access, filteredState, isReadOnly } from './filtered.ts';
import { InMemoryState } from './in-memory/in-memory-state.ts';
import { State } from './state.ts';

const Thing = defineResource<null>({
	type: 'Things.test.dev',
	namespace: 'default',
	codec: { encode: () => new Uint8Array(), decode: () => null, view: (spec) => spec },
});

test('a rule is asked before every use, with what is used', async () => {
	const asked: Access[] = [];
	const state = new State(filteredState(new InMemoryState(), (access) => void asked.push(access)));
	const created = await state.create(Thing.resource('a', null));
	await state.get(Thing.pointer('a'));
	await state.list(Thing.kind);
	await state.update(created);
	await (await state.watch(Thing.pointer('a'))).return?.();
	await (await state.watchKind(Thing.kind)).return?.();
	await (await state.watchKindAggregated(Thing.kind)).return?.();
	await state.destroy(Thing.pointer('a'));
	const one = { namespace: 'default', type: 'Things.test.dev', id: 'a' };
	const kind = { namespace: 'default', type: 'Things.test.dev' };
	assert.deepEqual(asked, [
		{ verb: 'create', ...one },
		{ verb: 'get', ...one },
		{ verb: 'list', ...kind },
		{ verb: 'update', ...one },
		{ verb: 'watch', ...one },
		{ verb: 'watch', ...kind },
		{ verb: 'watch', ...kind },
		{ verb: 'destroy', ...one },
	]);
});

test('what a rule throws is what the caller sees, and nothing happens', async () => {
	const memory = new InMemoryState();
	const denied = new Error('write access is not allowed');
	const state = new State(
		filteredState(memory, (access) => {
			if (!isReadOnly(access)) throw denied;
		}),
	);
	await assert.rejects(state.create(Thing.resource('a', null)), denied);
	const created = await memory.create(Thing.resource('a', null));
	assert.equal(await state.get(Thing.pointer('a')), created);
	for (const attempt of [state.update(created), state.teardown(Thing.pointer('a')), state.destroy(Thing.pointer('a'))])
		await assert.rejects(attempt, denied);
	assert.equal(await memory.get(Thing.pointer('a')), created);
});
