import { withMetadata, withSpec } from '../resource/resource.ts';
import { isConflict, isNotFound, isOwnerConflict, isPhaseConflict } from '../state/errors.ts';
import type { State } from '../state/state.ts';
import { type ConformanceCase, ensure, ensureEqual, ensureRefused } from './case.ts';
import { emptyPath, Path } from './path-resource.ts';

/** The life of a resource: finalizers, teardown, waiting, and changes that create. */
export const stateLifecycle: readonly ConformanceCase<State>[] = [
	{ name: 'keeps what has finalizers', run: keepsWhatHasFinalizers },
	{ name: 'takes finalizers from many at once', run: takesFinalizersFromMany },
	{ name: 'destroys once', run: destroysOnce },
	{ name: 'tears down, waits and destroys', run: tearsDownAndDestroys },
	{ name: 'waits for conditions', run: waitsForConditions },
	{ name: 'stops waiting when told', run: stopsWaiting },
	{ name: 'ends a signal at teardown', run: endsSignalAtTeardown },
	{ name: 'modifies what is there and creates what is not', run: modifies },
	{ name: 'modifies as an owner', run: modifiesAsOwner },
];

const a = Path.pointer('a');

async function keepsWhatHasFinalizers(state: State): Promise<void> {
	await state.create(Path.resource('a', emptyPath));
	await state.addFinalizer(a, 'holder');
	await ensureRefused(state.destroy(a), isConflict, 'destroy with a finalizer');
	ensureEqual(await state.teardown(a), false, 'teardown with a finalizer');
	ensureEqual(await state.teardown(a), false, 'teardown again');
	await ensureRefused(state.destroy(a), isConflict, 'destroy with a finalizer while tearing down');
	await state.removeFinalizer(a, 'holder');
	ensureEqual(await state.teardown(a), true, 'teardown without finalizers');
	await state.destroy(a);
}

async function takesFinalizersFromMany(state: State): Promise<void> {
	await state.create(Path.resource('a', emptyPath));
	const all = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
	await Promise.all(all.map(async (finalizer) => await state.addFinalizer(a, finalizer)));
	await Promise.all(['A', 'B', 'C'].map(async (finalizer) => await state.removeFinalizer(a, finalizer)));
	const { metadata } = await state.get(a);
	ensureEqual([...metadata.finalizers].sort(), ['D', 'E', 'F', 'G', 'H'], 'finalizers');
}

async function destroysOnce(state: State): Promise<void> {
	await state.create(Path.resource('a', emptyPath));
	const results = await Promise.allSettled(Array.from({ length: 10 }, async () => await state.destroy(a)));
	const refusals = results.filter((result) => result.status === 'rejected');
	ensureEqual(refusals.length, 9, 'refusals of ten that destroy the same');
	ensure(
		refusals.every(({ reason }) => isNotFound(reason)),
		'who comes too late is told that nothing is there',
	);
}

async function tearsDownAndDestroys(state: State): Promise<void> {
	await state.create(Path.resource('a', emptyPath));
	await state.addFinalizer(a, 'holder');
	const destroyed = state.teardownAndDestroy(a);
	await state.watchFor(a, { phases: ['tearingDown'] });
	await state.removeFinalizer(a, 'holder');
	await destroyed;
	await ensureRefused(state.get(a), isNotFound, 'get after teardown and destroy');
	await ensureRefused(state.teardownAndDestroy(a), isNotFound, 'teardown and destroy of what is not there');
}

async function waitsForConditions(state: State): Promise<void> {
	const created = state.watchFor(a, { events: ['created'] });
	await state.create(Path.resource('a', emptyPath));
	ensureEqual((await created).metadata.id, 'a', 'what was waited for');
	ensureEqual((await state.watchFor(a, { noFinalizers: true })).metadata.version, 1, 'a condition that holds already');
	const tagged = state.watchFor(a, { holds: ({ spec }) => spec.tags.includes('ready') });
	await state.updateWithConflicts(a, (current) => withSpec(current, { owner: '', tags: ['ready'] }));
	ensureEqual((await tagged).metadata.version, 2, 'version that holds');
	const torn = state.watchFor(a, { phases: ['tearingDown'] });
	await state.teardown(a);
	ensureEqual((await torn).metadata.phase, 'tearingDown', 'phase');
	const gone = state.watchFor(a, { events: ['destroyed'] });
	await state.destroy(a);
	ensureEqual((await gone).metadata.id, 'a', 'what is gone');
}

async function stopsWaiting(state: State): Promise<void> {
	const stop = new AbortController();
	const reason = new Error('no longer of interest');
	const waiting = state.watchFor(a, { events: ['created'] }, { signal: stop.signal });
	stop.abort(reason);
	await ensureRefused(waiting, (error) => error === reason, 'a wait that was stopped');
}

async function endsSignalAtTeardown(state: State): Promise<void> {
	ensure((await state.signalUntilTeardown(a)).aborted, 'the signal of what is not there has ended');
	await state.create(Path.resource('a', emptyPath));
	await state.create(Path.resource('b', emptyPath));
	const first = await state.signalUntilTeardown(a);
	const second = await state.signalUntilTeardown(Path.pointer('b'));
	ensureEqual([first.aborted, second.aborted], [false, false], 'ends of the signals of what is there');
	await state.destroy(a);
	await ended(first);
	ensureEqual(second.aborted, false, 'end of the signal of another');
	await state.teardown(Path.pointer('b'));
	await ended(second);
}

async function modifies(state: State): Promise<void> {
	const empty = Path.resource('a', emptyPath);
	const created = await state.modify(empty, (current) => withMetadata(current, { labels: { foo: 'bar' } }));
	ensureEqual([created.metadata.version, created.metadata.labels], [1, { foo: 'bar' }], 'what was created');
	const modified = await state.modify(empty, (current) => withMetadata(current, { labels: {} }));
	ensureEqual([modified.metadata.version, modified.metadata.labels], [2, {}], 'what was modified');
	const failure = new Error('cannot');
	const failing = state.modify(empty, () => {
		throw failure;
	});
	await ensureRefused(failing, (error) => error === failure, 'a change that throws');
	await state.teardown(a);
	const relabel = withMetadata(empty, { labels: { foo: 'baz' } }).metadata;
	await ensureRefused(
		state.modify(empty, (current) => withMetadata(current, { labels: relabel.labels })),
		isPhaseConflict,
		'modify while tearing down',
	);
	const torn = await state.modify(empty, (current) => withMetadata(current, { labels: relabel.labels }), { expectedPhase: 'any' });
	ensureEqual([torn.metadata.phase, torn.metadata.labels], ['tearingDown', { foo: 'baz' }], 'what was modified in any phase');
}

async function modifiesAsOwner(state: State): Promise<void> {
	const empty = Path.resource('a', emptyPath);
	await state.modify(empty, (current) => current, { owner: 'me' });
	const mine = await state.modify(empty, (current) => withSpec(current, { owner: 'x', tags: [] }), { owner: 'me' });
	ensureEqual([mine.metadata.owner, mine.metadata.version, mine.spec.owner], ['me', 2, 'x'], 'what its owner modified');
	await ensureRefused(
		state.modify(empty, (current) => withSpec(current, emptyPath)),
		isOwnerConflict,
		'modify by nobody',
	);
}

async function ended(signal: AbortSignal): Promise<void> {
	if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
