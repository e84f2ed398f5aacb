import { labelEqual, labelExists } from '../resource/query.ts';
import { withMetadata } from '../resource/resource.ts';
import { type Bookmark, type ResourceEvent, type Watch, type WatchKindOptions } from '../state/core-state.ts';
import { isInvalidBookmark, isUnsupported } from '../state/errors.ts';
import { flatten } from '../state/flatten.ts';
import type { State } from '../state/state.ts';
import { type ConformanceCase, ensure, ensureEqual, ensureRefused } from './case.ts';
import { nextEvent, nextEvents, shortEvent } from './events.ts';
import { emptyPath, Path, type PathSpec } from './path-resource.ts';

/** Watching one resource, and watching a kind, one by one and in batches. */
export const stateWatches: readonly ConformanceCase<State>[] = [
	{ name: 'watches a resource from before its creation to its end', run: watchesOne },
	{ name: 'watches a resource from its present state on', run: watchesOneThatIsThere },
	{ name: 'watches a resource with past events', run: watchesOneWithPast },
	{ name: 'watches a resource from every bookmark', run: watchesOneFromBookmarks },
	{ name: 'refuses a bookmark of another run', run: refusesForeignBookmarks },
	{ name: 'refuses two beginnings of a watch', run: refusesTwoBeginnings },
	{ name: 'ends a watch with its signal', run: endsWithSignal },
	...[false, true].flatMap((aggregated) => {
		const watch: WatchPaths = async (state, options) =>
			aggregated ? flatten(await state.watchKindAggregated(Path.kind, options)) : await state.watchKind(Path.kind, options);
		const how = aggregated ? 'in batches' : 'one by one';
		return [
			{ name: `watches a kind, ${how}`, run: async (state: State) => await watchesKind(state, watch) },
			{ name: `watches a kind with its contents, ${how}`, run: async (state: State) => await watchesKindWithContents(state, watch) },
			{ name: `watches a kind with past events, ${how}`, run: async (state: State) => await watchesKindWithPast(state, watch) },
			{ name: `watches what matches labels, ${how}`, run: async (state: State) => await watchesByLabels(state, watch) },
			{ name: `watches what matches an id, ${how}`, run: async (state: State) => await watchesById(state, watch) },
			{ name: `watches a kind from every bookmark, ${how}`, run: async (state: State) => await watchesKindFromBookmarks(state, watch) },
		];
	}),
];

type WatchPaths = (state: State, options?: WatchKindOptions) => Promise<Watch<ResourceEvent<PathSpec>>>;

const a = Path.pointer('a');

async function watchesOne(state: State): Promise<void> {
	const watch = await state.watch(a);
	await state.create(Path.resource('b', emptyPath));
	await liveAndDie(state);
	ensureEqual(await nextEvents(watch, 6), ['destroyed a@0', ...lifeOfA], 'events');
	await watch.return?.();
}

async function watchesOneThatIsThere(state: State): Promise<void> {
	const created = await state.create(Path.resource('a', { owner: 'root', tags: [] }));
	const watch = await state.watch(a);
	const first = await nextEvent(watch);
	ensure(first.type === 'created' && first.resource.spec.owner === 'root', 'the first event has the resource as it is');
	await state.update(withMetadata(created, { labels: { new: '' } }));
	const second = await nextEvent(watch);
	ensure(second.type === 'updated', 'the second event is the update');
	ensureEqual([second.old.metadata.labels, second.resource.metadata.labels], [{}, { new: '' }], 'labels before and after');
	await watch.return?.();
}

async function watchesOneWithPast(state: State): Promise<void> {
	await liveAndDie(state);
	await state.create(Path.resource('b', emptyPath));
	const all = await state.watch(a, { tailEvents: 1000 }).catch(unlessUnsupported);
	if (all === undefined) return;
	ensureEqual(await nextEvents(all, 5), lifeOfA, 'all past events');
	const some = await state.watch(a, { tailEvents: 2 });
	ensureEqual(await nextEvents(some, 2), lifeOfA.slice(-2), 'the last two events');
	await state.create(Path.resource('a', emptyPath));
	ensureEqual(await nextEvents(some, 1), ['created a@1'], 'the event after them');
	await Promise.all([all.return?.(), some.return?.()]);
}

async function watchesOneFromBookmarks(state: State): Promise<void> {
	const watch = await state.watch(a);
	await liveAndDie(state);
	await nextEvent(watch);
	const bookmarks = await takeBookmarks(watch, lifeOfA.length);
	await state.create(Path.resource('b', emptyPath));
	await state.create(Path.resource('a', emptyPath));
	for (const [index, bookmark] of bookmarks.entries()) {
		const later = await state.watch(a, { startFromBookmark: bookmark });
		const expected = [...lifeOfA.slice(index + 1), 'created a@1'];
		ensureEqual(await nextEvents(later, expected.length), expected, `events after bookmark ${index}`);
		await later.return?.();
	}
	await watch.return?.();
}

async function refusesForeignBookmarks(state: State): Promise<void> {
	await state.create(Path.resource('a', emptyPath));
	for (const bookmark of [new Uint8Array(16), new Uint8Array([1, 2, 3]), new Uint8Array()]) {
		await ensureRefused(
			state.watch(a, { startFromBookmark: bookmark }),
			isInvalidBookmark,
			'watch of one resource from a foreign bookmark',
		);
		await ensureRefused(
			state.watchKind(Path.kind, { startFromBookmark: bookmark }),
			isInvalidBookmark,
			'watch of a kind from a foreign bookmark',
		);
	}
}

async function refusesTwoBeginnings(state: State): Promise<void> {
	const both = { tailEvents: 1, bootstrapContents: true };
	await ensureRefused(state.watchKind(Path.kind, both), (error) => error instanceof Error, 'past events and contents');
}

async function endsWithSignal(state: State): Promise<void> {
	const stop = new AbortController();
	const one = await state.watch(a, { signal: stop.signal });
	const kind = await state.watchKindAggregated(Path.kind, { signal: stop.signal });
	await nextEvent(one);
	const waiting = [one.next(), kind.next()];
	stop.abort();
	for (const result of await Promise.all(waiting)) ensureEqual(result.done, true, 'a watch after its signal');
	const late = await state
		.watch(a, { signal: stop.signal })
		.catch((error: unknown) => ensure(error === stop.signal.reason, 'a watch that begins too late fails with the reason'));
	if (late !== undefined) ensureEqual((await late.next()).done, true, 'a watch that begins after its signal');
}

async function watchesKind(state: State, watchPaths: WatchPaths): Promise<void> {
	await state.create(Path.resource('b', emptyPath));
	const watch = await watchPaths(state);
	await liveAndDie(state);
	await state.destroy(Path.pointer('b'));
	ensureEqual(await nextEvents(watch, 6), [...lifeOfA, 'destroyed b@1'], 'events');
	await watch.return?.();
}

async function watchesKindWithContents(state: State, watchPaths: WatchPaths): Promise<void> {
	const empty = await watchPaths(state, { bootstrapContents: true });
	ensureEqual(await nextEvents(empty, 1), ['bootstrapped'], 'contents of nothing');
	await state.create(Path.resource('b', emptyPath));
	await state.create(Path.resource('a', emptyPath));
	const watch = await watchPaths(state, { bootstrapContents: true });
	await state.create(Path.resource('c', emptyPath));
	ensureEqual(await nextEvents(watch, 4), ['created a@1', 'created b@1', 'bootstrapped', 'created c@1'], 'contents and events');
	ensureEqual(await nextEvents(empty, 3), ['created b@1', 'created a@1', 'created c@1'], 'events after no contents');
	await Promise.all([watch.return?.(), empty.return?.()]);
}

async function watchesKindWithPast(state: State, watchPaths: WatchPaths): Promise<void> {
	await liveAndDie(state);
	const all = await watchPaths(state, { tailEvents: 1000 }).catch(unlessUnsupported);
	if (all === undefined) return;
	ensureEqual(await nextEvents(all, 5), lifeOfA, 'all past events');
	const some = await watchPaths(state, { tailEvents: 2 });
	ensureEqual(await nextEvents(some, 2), lifeOfA.slice(-2), 'the last two events');
	await Promise.all([all.return?.(), some.return?.()]);
}

async function watchesByLabels(state: State, watchPaths: WatchPaths): Promise<void> {
	const first = await state.create(Path.resource('a', emptyPath, { labels: { role: 'one', common: '' } }));
	const byValue = await watchPaths(state, { bootstrapContents: true, labels: [[labelEqual('role', 'one')]] });
	const byKey = await watchPaths(state, { bootstrapContents: true, labels: [[labelExists('common')]] });
	const byEither = await watchPaths(state, {
		bootstrapContents: true,
		labels: [[labelEqual('role', 'two')], [labelEqual('role', 'three')]],
	});
	await state.create(Path.resource('b', emptyPath, { labels: { role: 'two', common: '' } }));
	const third = await state.create(Path.resource('c', emptyPath, { labels: { role: 'three' } }));
	await state.update(withMetadata(third, { labels: { role: 'three', common: '' } }));
	const changed = await state.update(withMetadata(first, { labels: { role: 'one', common: '', more: '' } }));
	await state.update(withMetadata(changed, { labels: { role: 'one' } }));
	ensureEqual(await nextEvents(byValue, 4), ['created a@1', 'bootstrapped', 'updated a@1-2', 'updated a@2-3'], 'events of a value');
	const expected = ['created a@1', 'bootstrapped', 'created b@1', 'created c@2', 'updated a@1-2', 'destroyed a@3'];
	ensureEqual(await nextEvents(byKey, 6), expected, 'events of a key, some of which begin or stop to match');
	ensureEqual(await nextEvents(byEither, 4), ['bootstrapped', 'created b@1', 'created c@1', 'updated c@1-2'], 'events of either value');
	await Promise.all([byValue.return?.(), byKey.return?.(), byEither.return?.()]);
}

async function watchesById(state: State, watchPaths: WatchPaths): Promise<void> {
	for (const id of ['path1', 'path2', 'path3']) await state.create(Path.resource(id, emptyPath));
	const watch = await watchPaths(state, { bootstrapContents: true, id: /^p.+[23]$/ });
	for (const id of ['path1', 'path2', 'path3']) await state.destroy(Path.pointer(id));
	const expected = ['created path2@1', 'created path3@1', 'bootstrapped', 'destroyed path2@1', 'destroyed path3@1'];
	ensureEqual(await nextEvents(watch, 5), expected, 'events of ids');
	await watch.return?.();
}

async function watchesKindFromBookmarks(state: State, watchPaths: WatchPaths): Promise<void> {
	const watch = await watchPaths(state, { bootstrapBookmark: true });
	await liveAndDie(state);
	const bookmarks = await takeBookmarks(watch, lifeOfA.length + 1);
	for (const [index, bookmark] of bookmarks.entries()) {
		const later = await watchPaths(state, { startFromBookmark: bookmark });
		await state.create(Path.resource(`b${index}`, emptyPath));
		const past = Array.from({ length: index }, (_, earlier) => `created b${earlier}@1`);
		const expected = [...lifeOfA.slice(index), ...past, `created b${index}@1`];
		ensureEqual(await nextEvents(later, expected.length), expected, `events after bookmark ${index}`);
		await later.return?.();
	}
	await watch.return?.();
}

/** What a watcher sees of `liveAndDie`. */
const lifeOfA = ['created a@1', 'updated a@1-2', 'updated a@2-3', 'updated a@3-4', 'destroyed a@4'];

async function liveAndDie(state: State): Promise<void> {
	await state.create(Path.resource('a', emptyPath));
	await state.teardown(a);
	await state.addFinalizer(a, 'holder');
	await state.removeFinalizer(a, 'holder');
	await state.destroy(a);
}

async function takeBookmarks(watch: Watch<ResourceEvent>, count: number): Promise<readonly Bookmark[]> {
	const bookmarks: Bookmark[] = [];
	while (bookmarks.length < count) {
		const event = await nextEvent(watch);
		ensure(event.bookmark !== undefined, `${shortEvent(event)} has a bookmark`);
		bookmarks.push(event.bookmark);
	}
	return bookmarks;
}

/** For what not every backend can do: undefined instead of "unsupported". */
function unlessUnsupported(error: unknown): undefined {
	if (!isUnsupported(error)) throw error;
}
