import { type LabelQuery, labelCompares, labelEqual, labelExists, labelIn, not } from '../resource/query.ts';
import { withMetadata, withSpec } from '../resource/resource.ts';
import { isConflict, isNotFound, isOwnerConflict, isPhaseConflict } from '../state/errors.ts';
import type { State } from '../state/state.ts';
import { type ConformanceCase, ensure, ensureEqual, ensureRefused } from './case.ts';
import { emptyPath, Path } from './path-resource.ts';

/** What is in a state: create, get, list, update, destroy, owners and versions. */
export const stateContents: readonly ConformanceCase<State>[] = [
	{ name: 'creates, reads, lists and destroys', run: createsReadsListsDestroys },
	{ name: 'keeps namespaces apart', run: keepsNamespacesApart },
	{ name: 'sets version, owner and times', run: setsVersionOwnerTimes },
	{ name: 'updates the current version only', run: updatesCurrentVersionOnly },
	{ name: 'updates in the expected phase only', run: updatesExpectedPhaseOnly },
	{ name: 'lets only the owner write', run: letsOnlyOwnerWrite },
	{ name: 'is not changed through what it gives out', run: isNotChangedThroughResults },
	{ name: 'lists by labels', run: listsByLabels },
	{ name: 'lists by id', run: listsById },
	{ name: 'keeps labels, annotations and finalizers', run: keepsMetadata },
];

async function createsReadsListsDestroys(state: State): Promise<void> {
	const run = Path.resource('var/run', emptyPath);
	const lib = Path.resource('var/lib', { owner: 'root', tags: ['a', 'b'] });
	await ensureRefused(state.get(Path.pointer('var/run')), isNotFound, 'get of what is not there');
	ensureEqual(await state.list(Path.kind), [], 'list of nothing');
	await state.create(run);
	await state.create(lib);
	ensureEqual((await state.get(Path.pointer('var/lib'))).spec, { owner: 'root', tags: ['a', 'b'] }, 'spec');
	ensureEqual(await idsOf(state), ['var/lib', 'var/run'], 'list in the order of ids');
	await ensureRefused(state.create(run), isConflict, 'create of what is there');
	await state.destroy(Path.pointer('var/run'));
	await ensureRefused(state.get(Path.pointer('var/run')), isNotFound, 'get after destroy');
	await ensureRefused(state.destroy(Path.pointer('var/run')), isNotFound, 'destroy of what is not there');
	await ensureRefused(state.teardown(Path.pointer('var/run')), isNotFound, 'teardown of what is not there');
	ensureEqual(await idsOf(state), ['var/lib'], 'list after destroy');
	ensureEqual((await state.create(run)).metadata.version, 1, 'version of what is created again');
}

async function keepsNamespacesApart(state: State): Promise<void> {
	await state.create(Path.resource('here', emptyPath));
	const there = await state.create(Path.resource('here', { owner: 'other', tags: [] }, { namespace: 'elsewhere' }));
	ensureEqual((await state.list(Path.kind)).length, 1, 'resources in one namespace');
	ensureEqual(
		(await state.list({ ...Path.kind, namespace: 'elsewhere' })).map(({ spec }) => spec),
		[there.spec],
		'resources in the other',
	);
	await ensureRefused(state.get({ ...Path.pointer('here'), type: 'Others.conformance.ichor.dev' }), isNotFound, 'get of another type');
}

async function setsVersionOwnerTimes(state: State): Promise<void> {
	const created = await state.create(Path.resource('a', emptyPath), { owner: 'Owner' });
	ensureEqual([created.metadata.version, created.metadata.owner, created.metadata.phase], [1, 'Owner', 'running'], 'what was created');
	ensure(created.metadata.created > 0, 'a created resource has a time');
	const tampered = withMetadata(withSpec(created, { owner: 'x', tags: [] }), { created: 1000 });
	const updated = await state.update(tampered, { owner: 'Owner' });
	ensureEqual([updated.metadata.version, updated.metadata.owner], [2, 'Owner'], 'what was updated');
	ensureEqual(updated.metadata.created, created.metadata.created, 'time of creation after an update');
	ensure(updated.metadata.updated >= created.metadata.updated, 'the time of the last write never goes back');
	const stored = await state.get(Path.pointer('a'));
	ensureEqual([stored.metadata.version, stored.metadata.owner, stored.spec.owner], [2, 'Owner', 'x'], 'what is stored');
}

async function updatesCurrentVersionOnly(state: State): Promise<void> {
	const unstored = Path.resource('a', emptyPath);
	await ensureRefused(state.update(unstored), isNotFound, 'update of what is not there');
	const created = await state.create(unstored);
	await ensureRefused(state.update(unstored), isConflict, 'update of no version');
	await ensureRefused(state.update(withMetadata(created, { version: 2 })), isConflict, 'update of a version to come');
	const updated = await state.update(created);
	ensureEqual(updated.metadata.version, 2, 'version');
	await ensureRefused(state.update(created), isConflict, 'update of an earlier version');
	const changed = await state.updateWithConflicts(Path.pointer('a'), (current) => withSpec(current, { owner: 'b', tags: [] }));
	ensureEqual([changed.metadata.version, changed.spec.owner], [3, 'b'], 'what was changed');
	const same = await state.updateWithConflicts(Path.pointer('a'), (current) => withSpec(current, { owner: 'b', tags: [] }));
	ensureEqual(same.metadata.version, 3, 'version when nothing changed');
}

async function updatesExpectedPhaseOnly(state: State): Promise<void> {
	await state.create(Path.resource('a', emptyPath));
	await state.teardown(Path.pointer('a'));
	const torn = await state.get(Path.pointer('a'));
	ensureEqual(torn.metadata.phase, 'tearingDown', 'phase');
	await ensureRefused(state.update(torn), isPhaseConflict, 'update while tearing down');
	const again = await state.update(torn, { expectedPhase: 'tearingDown' });
	await state.update(again, { expectedPhase: 'any' });
	await ensureRefused(
		state.updateWithConflicts(Path.pointer('a'), (current) => current),
		isPhaseConflict,
		'change while tearing down',
	);
}

async function letsOnlyOwnerWrite(state: State): Promise<void> {
	const mine = await state.create(Path.resource('a', emptyPath), { owner: 'me' });
	await ensureRefused(state.update(mine), isOwnerConflict, 'update by nobody');
	await ensureRefused(state.update(mine, { owner: 'you' }), isConflict, 'update by another');
	await state.update(mine, { owner: 'me' });
	await ensureRefused(state.teardown(Path.pointer('a')), isOwnerConflict, 'teardown by nobody');
	ensureEqual(await state.teardown(Path.pointer('a'), { owner: 'me' }), true, 'teardown by the owner');
	await ensureRefused(state.destroy(Path.pointer('a'), { owner: 'you' }), isOwnerConflict, 'destroy by another');
	await state.addFinalizer(Path.pointer('a'), 'holder');
	await state.removeFinalizer(Path.pointer('a'), 'holder');
	await state.destroy(Path.pointer('a'), { owner: 'me' });
}

async function isNotChangedThroughResults(state: State): Promise<void> {
	const given = Path.resource('a', { owner: 'a', tags: ['one'] });
	await state.create(given);
	const [listed] = await state.list(Path.kind);
	for (const result of [given, listed, await state.get(Path.pointer('a'))]) {
		try {
			if (result !== undefined) (result.spec.tags as string[]).push('two');
		} catch (error) {
			ensure(error instanceof TypeError, 'what cannot be changed says so with a TypeError');
		}
	}
	ensureEqual((await state.get(Path.pointer('a'))).spec.tags, ['one'], 'spec after attempts to change it');
}

async function listsByLabels(state: State): Promise<void> {
	await state.create(Path.resource('app1', emptyPath, { labels: { app: 'app1', frozen: '', weight: '10kg' } }));
	await state.create(Path.resource('app2', emptyPath, { labels: { app: 'app2', frozen: '', weight: '20kg' } }));
	await state.create(Path.resource('app3', emptyPath, { labels: { app: 'app3' } }));
	const expected: readonly (readonly [LabelQuery, readonly string[]])[] = [
		[[labelExists('frozen')], ['app1', 'app2']],
		[[not(labelExists('frozen'))], ['app3']],
		[[labelExists('frozen'), labelEqual('app', 'app2')], ['app2']],
		[[labelExists('frozen'), labelEqual('app', 'app3')], []],
		[[not(labelEqual('app', 'app3'))], ['app1', 'app2']],
		[[labelIn('app', ['app2', 'app3'])], ['app2', 'app3']],
		[[labelCompares('app', 'less', 'app2')], ['app1']],
		[[labelCompares('app', 'lessOrEqual', 'app2')], ['app1', 'app2']],
		[[labelCompares('weight', 'numericLess', '12000')], ['app1']],
		[[labelCompares('weight', 'numericLessOrEqual', '20000')], ['app1', 'app2']],
		[[not(labelCompares('weight', 'numericLess', 'nothing'))], []],
	];
	for (const [query, ids] of expected) ensureEqual(await idsOf(state, [query]), ids, `list by ${JSON.stringify(query)}`);
	ensureEqual(
		await idsOf(state, [[labelEqual('app', 'app1')], [labelEqual('app', 'app3')]]),
		['app1', 'app3'],
		'list by one query or another',
	);
}

async function listsById(state: State): Promise<void> {
	for (const id of ['path1', 'path2', 'path3', 'other2']) await state.create(Path.resource(id, emptyPath));
	const found = await state.list(Path.kind, { id: /^path[23]$/ });
	ensureEqual(
		found.map(({ metadata }) => metadata.id),
		['path2', 'path3'],
		'list by id',
	);
}

async function keepsMetadata(state: State): Promise<void> {
	const labels = { 'a.b/c': 'd', empty: '' };
	const annotations = { note: 'two\nlines' };
	await state.create(Path.resource('a', emptyPath, { labels, annotations }));
	await state.addFinalizer(Path.pointer('a'), 'one');
	await state.addFinalizer(Path.pointer('a'), 'two');
	await state.addFinalizer(Path.pointer('a'), 'one');
	const { metadata } = await state.get(Path.pointer('a'));
	ensureEqual([metadata.labels, metadata.annotations, metadata.finalizers], [labels, annotations, ['one', 'two']], 'metadata');
}

async function idsOf(state: State, labels: readonly LabelQuery[] = []): Promise<readonly string[]> {
	return (await state.list(Path.kind, { labels })).map(({ metadata }) => metadata.id);
}
