import { reconciling } from '../controller/reconciler.ts';
import { labelExists } from '../resource/query.ts';
import { withSpec } from '../resource/resource.ts';
import type { State } from '../state/state.ts';
import { type ConformanceCase, ensureEqual } from './case.ts';
import { Numeral, Sentence, Word } from './number-resources.ts';
import { becomes, running } from './running-engine.ts';

/** What wakes a controller that looks at everything anew each time, and what becomes of its outputs. */
export const engineReconciles: readonly ConformanceCase<State>[] = [
	{ name: 'sums what matches', run: sums },
	{ name: 'cleans up what is not written any more', run: cleansUp },
	{ name: 'wakes for declared resources only', run: wakesForInputs },
	{ name: 'follows changed inputs', run: followsInputs },
];

async function sums(state: State): Promise<void> {
	const sum = reconciling({
		name: 'SumController',
		inputs: [{ ...Numeral.kind, namespace: 'source', kind: 'weak' }],
		outputs: [{ type: Numeral.type, kind: 'shared' }],
		reconcile: async (_context, runtime) => {
			const terms = await runtime.list({ ...Numeral.kind, namespace: 'source' }, { labels: [[labelExists('summable')]] });
			const value = terms.reduce((total, { spec }) => total + spec.value, 0);
			await runtime.modify(Numeral.resource('sum', { value: 0 }), (current) => withSpec(current, { value }));
		},
	});
	const source = { namespace: 'source', labels: { summable: '' } };
	await running(state, [sum], async () => {
		await becomes(state, Numeral, 'sum', { value: 0 });
		await state.create(Numeral.resource('one', { value: 1 }, source));
		await state.create(Numeral.resource('two', { value: 2 }, source));
		await state.create(Numeral.resource('three', { value: 3 }, { namespace: 'source' }));
		await becomes(state, Numeral, 'sum', { value: 3 });
		await state.destroy({ ...Numeral.pointer('one'), namespace: 'source' });
		await becomes(state, Numeral, 'sum', { value: 2 });
	});
}

async function cleansUp(state: State): Promise<void> {
	await state.create(Word.resource('foreign', { value: '' }));
	const copy = reconciling({
		name: 'CopyController',
		inputs: [{ ...Numeral.kind, kind: 'weak' }],
		outputs: [{ type: Word.type, kind: 'shared' }],
		reconcile: async (_context, runtime) => {
			runtime.startTrackingOutputs();
			for (const { metadata, spec } of await runtime.list(Numeral.kind)) {
				await runtime.modify(Word.resource(metadata.id, { value: '' }), (current) => withSpec(current, { value: String(spec.value) }));
			}
			await runtime.cleanupOutputs(Word.kind);
		},
	});
	await running(state, [copy], async () => {
		await state.create(Numeral.resource('one', { value: 1 }));
		await state.create(Numeral.resource('two', { value: 2 }));
		await becomes(state, Word, 'two', { value: '2' });
		await state.destroy(Numeral.pointer('one'));
		await state.watchFor(Word.pointer('one'), { events: ['destroyed'] });
		ensureEqual(
			(await state.list(Word.kind)).map(({ metadata }) => metadata.id),
			['foreign', 'two'],
			'what is left',
		);
	});
}

async function wakesForInputs(state: State): Promise<void> {
	const seen: number[] = [];
	const watching = reconciling({
		name: 'WatchingController',
		inputs: [
			{ ...Numeral.kind, id: 'wanted', kind: 'weak' },
			{ ...Word.kind, kind: 'destroyReady' },
		],
		outputs: [{ type: Sentence.type, kind: 'exclusive' }],
		reconcile: async (_context, runtime) => {
			seen.push((await runtime.find(Numeral.pointer('wanted')))?.spec.value ?? -1);
			await runtime.modify(Sentence.resource('log', { value: '' }), (current) => withSpec(current, { value: seen.join(' ') }));
		},
	});
	// reconciles after the other one, because it was registered later
	const witness = reconciling({
		name: 'WitnessController',
		inputs: [{ ...Word.kind, kind: 'weak' }],
		outputs: [{ type: Numeral.type, kind: 'shared' }],
		reconcile: async (_context, runtime) => {
			const value = (await runtime.list(Word.kind)).length;
			await runtime.modify(Numeral.resource('words', { value: 0 }), (current) => withSpec(current, { value }));
		},
	});
	await running(state, [watching, witness], async () => {
		await becomes(state, Sentence, 'log', { value: '-1' });
		await state.create(Numeral.resource('unwanted', { value: 1 }));
		await state.create(Word.resource('alive', { value: '' }));
		await becomes(state, Numeral, 'words', { value: 1 });
		await state.create(Numeral.resource('wanted', { value: 2 }));
		await becomes(state, Sentence, 'log', { value: '-1 2' });
		await state.teardown(Word.pointer('alive'));
		await becomes(state, Sentence, 'log', { value: '-1 2 2' });
	});
}

async function followsInputs(state: State): Promise<void> {
	const following = reconciling({
		name: 'FollowingController',
		inputs: [{ ...Word.kind, id: 'which', kind: 'weak' }],
		outputs: [{ type: Sentence.type, kind: 'exclusive' }],
		reconcile: async (_context, runtime) => {
			const which = (await runtime.find(Word.pointer('which')))?.spec.value;
			const numeral = { ...Numeral.kind, id: which ?? '', kind: 'weak' } as const;
			runtime.updateInputs([{ ...Word.kind, id: 'which', kind: 'weak' }, ...(which === undefined ? [] : [numeral])]);
			const value = which === undefined ? 'nothing' : String((await runtime.find(Numeral.pointer(which)))?.spec.value);
			await runtime.modify(Sentence.resource('followed', { value: '' }), (current) => withSpec(current, { value }));
		},
	});
	await running(state, [following], async () => {
		await becomes(state, Sentence, 'followed', { value: 'nothing' });
		await state.create(Word.resource('which', { value: 'one' }));
		await becomes(state, Sentence, 'followed', { value: 'undefined' });
		await state.create(Numeral.resource('one', { value: 1 }));
		await becomes(state, Sentence, 'followed', { value: '1' });
	});
}
