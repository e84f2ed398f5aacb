import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withSpec } from '../../resource/resource.ts';
import { defineResource } from '../../resource/resource-type.ts';
import type { Bookmark, ResourceEvent, Watch } from '../core-state.ts';
import { State } from '../state.ts';
import { InMemoryState } from './in-memory-state.ts';

const Count = defineResource<number>({
	type: 'Counts.test.dev',
	namespace: 'default',
	codec: { encode: () => new Uint8Array(), decode: () => 0, view: (spec) => spec },
});

test('a watcher that falls behind the history fails instead of missing events', async () => {
	const state = new State(new InMemoryState({ historyCapacity: 4, historyGap: 1 }));
	const watch = await state.watchKind(Count.kind);
	await write(state, 5);
	await assert.rejects(async () => await watch.next(), { code: 'overrun', message: /namespace "default" type "Counts.test.dev"/ });
	assert.equal((await watch.next()).done, true);
});

test('a watcher that is exactly as far behind as the history reaches misses nothing', async () => {
	const state = new State(new InMemoryState({ historyCapacity: 4, historyGap: 1 }));
	const watch = await state.watchKind(Count.kind);
	await write(state, 4);
	assert.deepEqual(await versions(watch, 4), [1, 2, 3, 4]);
});

test('the past that a watch can begin with is bounded', async () => {
	const state = new State(new InMemoryState({ historyCapacity: 4, historyGap: 1 }));
	await write(state, 10);
	assert.deepEqual(await versions(await state.watchKind(Count.kind, { tailEvents: 100 }), 3), [8, 9, 10]);
	assert.deepEqual(await versions(await state.watch(Count.pointer('a'), { tailEvents: 100 }), 3), [8, 9, 10]);
});

test('a bookmark that history has left behind is refused', async () => {
	const state = new State(new InMemoryState({ historyCapacity: 4, historyGap: 1 }));
	const watch = await state.watchKind(Count.kind);
	const bookmarks: Bookmark[] = [];
	for (let count = 1; count <= 10; count += 1) {
		await write(state, 1);
		const { value } = await watch.next();
		bookmarks.push(value?.bookmark ?? new Uint8Array());
	}
	for (const [index, bookmark] of bookmarks.entries()) {
		const later = state.watchKind(Count.kind, { startFromBookmark: bookmark });
		if (index < 7) await assert.rejects(later, { code: 'invalid-bookmark' }, `bookmark ${index}`);
		else await (await later).return?.();
	}
});

test('a bookmark that history has not reached is refused', async () => {
	const state = new State(new InMemoryState());
	const watch = await state.watchKind(Count.kind);
	await write(state, 3);
	await read(watch);
	await read(watch);
	const { value } = await watch.next();
	// the same place in a kind that has had fewer changes
	const elsewhere = { namespace: 'elsewhere', type: 'Counts.test.dev' };
	for (let changes = 0; changes < 3; changes += 1) {
		await assert.rejects(state.watchKind(elsewhere, { startFromBookmark: value?.bookmark }), { code: 'invalid-bookmark' });
		await assert.rejects(state.watch({ ...elsewhere, id: 'a' }, { startFromBookmark: value?.bookmark }), { code: 'invalid-bookmark' });
		await state.create(Count.resource(String(changes), 0, { namespace: 'elsewhere' }));
	}
	await (await state.watchKind(elsewhere, { startFromBookmark: value?.bookmark })).return?.();
});

test('times come from the clock of the state', async () => {
	let now = 1000;
	const state = new InMemoryState({ now: () => now });
	const created = await state.create(Count.resource('a', 1));
	now = 2000;
	const updated = await state.update(created);
	assert.deepEqual([updated.metadata.created, updated.metadata.updated], [1000, 2000]);
});

test('what is given out is the very thing that is stored', async () => {
	const state = new InMemoryState();
	const created = await state.create(Count.resource('a', 1));
	assert.equal(await state.get(Count.pointer('a')), created);
	assert.ok(Object.isFrozen(created.metadata.labels));
});

test('watchers see every write in its order, however they and the writers take turns', async () => {
	const step = fc.constantFrom('write', 'read', 'destroy');
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
			const state = new State(new InMemoryState({ historyCapacity: 100 }));
			const watch = await state.watchKind(Count.kind);
			const expected: string[] = [];
			const seen: string[] = [];
			for (const next of steps) {
				if (next === 'write') {
					const { metadata } = await state.modify(Count.resource('a', 0), (current) => withSpec(current, current.spec + 1));
					expected.push(`${metadata.version === 1 ? 'created' : 'updated'}@${metadata.version}`);
				} else if (next === 'destroy') {
					const found = await state.find(Count.pointer('a'));
					if (found === undefined) continue;
					await state.destroy(Count.pointer('a'));
					expected.push(`destroyed@${found.metadata.version}`);
				} else if (seen.length < expected.length) {
					seen.push(await read(watch));
				}
			}
			while (seen.length < expected.length) seen.push(await read(watch));
			assert.deepEqual(seen, expected);
		}),
	);
});

async function write(state: State, times: number): Promise<void> {
	for (let count = 0; count < times; count += 1)
		await state.modify(Count.resource('a', 0), (current) => withSpec(current, current.spec + 1));
}

async function versions(watch: Watch<ResourceEvent>, count: number): Promise<readonly number[]> {
	const found: number[] = [];
	while (found.length < count) found.push(Number((await read(watch)).split('@')[1]));
	return found;
}

async function read(watch: Watch<ResourceEvent>): Promise<string> {
	const { value } = await watch.next();
	assert.ok(value !== undefined && value.type !== 'bootstrapped' && value.type !== 'noop');
	return `${value.type}@${value.resource.metadata.version}`;
}
