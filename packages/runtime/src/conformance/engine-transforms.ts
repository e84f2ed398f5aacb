import { transforming } from '../controller/transform.ts';
import { withSpec } from '../resource/resource.ts';
import type { State } from '../state/state.ts';
import { type ConformanceCase, ensureEqual } from './case.ts';
import { phrase, spell } from './number-controllers.ts';
import { Numeral, Sentence, Word } from './number-resources.ts';
import { becomes, running } from './running-engine.ts';

/** What holds for controllers that make one resource out of another. */
export const engineTransforms: readonly ConformanceCase<State>[] = [
	{ name: 'transforms what is there, what comes and what changes', run: transforms },
	{ name: 'holds inputs until outputs are gone', run: holdsInputs },
	{ name: 'chains controllers', run: chains },
	{ name: 'waits for others to let go of an output', run: waitsForOthers },
	{ name: 'replaces the output of an input that has come again', run: replacesOutputs },
	{ name: 'leaves what others own', run: leavesForeign },
	{ name: 'goes on when one input fails', run: goesOnWithOthers },
];

async function transforms(state: State): Promise<void> {
	await state.create(Numeral.resource('one', { value: 1 }));
	await running(state, [spell], async () => {
		await becomes(state, Word, 'one', { value: '1' });
		const two = await state.create(Numeral.resource('two', { value: 2 }));
		await becomes(state, Word, 'two', { value: '2' });
		await state.updateWithConflicts(two.metadata, (current) => withSpec(current, { value: 22 }));
		await becomes(state, Word, 'two', { value: '22' });
		ensureEqual((await state.get(Word.pointer('two'))).metadata.owner, 'SpellController', 'owner of an output');
	});
}

async function holdsInputs(state: State): Promise<void> {
	await state.create(Numeral.resource('one', { value: 1 }));
	await running(state, [spell], async () => {
		await becomes(state, Word, 'one', { value: '1' });
		ensureEqual((await state.get(Numeral.pointer('one'))).metadata.finalizers, ['SpellController'], 'finalizers of an input');
		await state.teardownAndDestroy(Numeral.pointer('one'));
		ensureEqual(await state.find(Word.pointer('one')), undefined, 'the output of an input that is gone');
	});
}

async function chains(state: State): Promise<void> {
	await running(state, [phrase, spell], async () => {
		await state.create(Numeral.resource('one', { value: 1 }));
		await becomes(state, Sentence, 'one', { value: '1 sentence' });
		await state.updateWithConflicts(Numeral.pointer('one'), (current) => withSpec(current, { value: 11 }));
		await becomes(state, Sentence, 'one', { value: '11 sentence' });
		await state.teardownAndDestroy(Numeral.pointer('one'));
		await state.watchFor(Sentence.pointer('one'), { events: ['destroyed'] });
	});
}

async function waitsForOthers(state: State): Promise<void> {
	await running(state, [spell], async () => {
		await state.create(Numeral.resource('one', { value: 1 }));
		await becomes(state, Word, 'one', { value: '1' });
		await state.addFinalizer(Word.pointer('one'), 'holder');
		ensureEqual(await state.teardown(Numeral.pointer('one')), false, 'teardown of an input whose output is held');
		await state.watchFor(Word.pointer('one'), { phases: ['tearingDown'] });
		ensureEqual((await state.get(Numeral.pointer('one'))).metadata.finalizers, ['SpellController'], 'finalizers while the output is held');
		await state.removeFinalizer(Word.pointer('one'), 'holder');
		await state.watchFor(Numeral.pointer('one'), { noFinalizers: true });
		await state.destroy(Numeral.pointer('one'));
	});
}

async function replacesOutputs(state: State): Promise<void> {
	await running(state, [phrase], async () => {
		await state.create(Word.resource('one', { value: '1' }));
		await becomes(state, Sentence, 'one', { value: '1 sentence' });
		await state.addFinalizer(Sentence.pointer('one'), 'holder');
		await state.destroy(Word.pointer('one'));
		await state.watchFor(Sentence.pointer('one'), { phases: ['tearingDown'] });
		await state.create(Word.resource('one', { value: 'again' }));
		await state.create(Word.resource('two', { value: '2' }));
		await becomes(state, Sentence, 'two', { value: '2 sentence' });
		ensureEqual((await state.get(Sentence.pointer('one'))).spec, { value: '1 sentence' }, 'an output that is held');
		await state.removeFinalizer(Sentence.pointer('one'), 'holder');
		await becomes(state, Sentence, 'one', { value: 'again sentence' });
	});
}

async function leavesForeign(state: State): Promise<void> {
	await state.create(Word.resource('foreign', { value: 'not mine' }));
	await state.create(Word.resource('taken', { value: 'not mine' }));
	await state.create(Numeral.resource('taken', { value: 1 }));
	await state.create(Numeral.resource('one', { value: 1 }));
	await running(state, [spell], async () => {
		await becomes(state, Word, 'one', { value: '1' });
		await state.create(Numeral.resource('two', { value: 2 }));
		await becomes(state, Word, 'two', { value: '2' });
		for (const id of ['foreign', 'taken']) {
			const { metadata, spec } = await state.get(Word.pointer(id));
			ensureEqual([metadata.phase, metadata.version, spec.value], ['running', 1, 'not mine'], 'what others own');
		}
	});
}

async function goesOnWithOthers(state: State): Promise<void> {
	const picky = transforming({
		name: 'PickyController',
		input: Numeral,
		output: Word,
		outputId: ({ metadata }) => (metadata.id === 'skipped' ? undefined : metadata.id),
		transform: async (_context, _reader, { metadata, spec }) => {
			if (metadata.id === 'bad') throw new Error('cannot spell');
			return metadata.id === 'later' ? undefined : { value: String(spec.value) };
		},
	});
	for (const id of ['bad', 'good', 'later', 'skipped']) await state.create(Numeral.resource(id, { value: 1 }));
	await running(state, [picky], async () => {
		await becomes(state, Word, 'good', { value: '1' });
		ensureEqual(
			(await state.list(Word.kind)).map(({ metadata }) => metadata.id),
			['good'],
			'outputs beside a failing input',
		);
	});
}
