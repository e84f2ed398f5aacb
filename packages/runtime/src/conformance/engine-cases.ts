import { background, type Context } from '@ichor/std';
import type { Controller } from '../controller/controller.ts';
import { Engine } from '../controller/engine.ts';
import { ControllerError, type ControllerErrorCode } from '../controller/errors.ts';
import { reconciling } from '../controller/reconciler.ts';
import { transforming } from '../controller/transform.ts';
import { labelExists } from '../resource/query.ts';
import { withSpec } from '../resource/resource.ts';
import type { ResourceType } from '../resource/resource-type.ts';
import type { State } from '../state/state.ts';
import { type ConformanceCase, ensure, ensureEqual, ensureRefused } from './case.ts';
import { ManualClock } from './manual-clock.ts';
import { Numeral, Sentence, Word } from './number-resources.ts';

/** What controllers can rely on, whatever state they run on. */
export const engineConformance: readonly ConformanceCase<State>[] = [
	{ name: 'transforms what is there, what comes and what changes', run: transforms },
	{ name: 'holds inputs until outputs are gone', run: holdsInputs },
	{ name: 'chains controllers', run: chains },
	{ name: 'waits for others to let go of an output', run: waitsForOthers },
	{ name: 'replaces the output of an input that has come again', run: replacesOutputs },
	{ name: 'leaves what others own', run: leavesForeign },
	{ name: 'goes on when one input fails', run: goesOnWithOthers },
	{ name: 'sums what matches', run: sums },
	{ name: 'cleans up what is not written any more', run: cleansUp },
	{ name: 'takes controllers while it runs', run: takesControllersLate },
	{ name: 'restarts what throws, after longer and longer pauses', run: restarts },
	{ name: 'does not restart what returns', run: doesNotRestart },
	{ name: 'wakes for declared resources only', run: wakesForInputs },
	{ name: 'follows changed inputs', run: followsInputs },
	{ name: 'refuses what is not declared', run: refusesUndeclared },
	{ name: 'refuses controllers that contradict others', run: refusesContradictions },
	{ name: 'knows who reads and writes what', run: knowsDependencies },
	{ name: 'returns when cancelled', run: returnsWhenCancelled },
];

/** Spells numerals, holding on to each while its word exists. */
const spell: Controller = transforming({
	name: 'SpellController',
	input: Numeral,
	output: Word,
	outputId: ({ metadata }) => metadata.id,
	transform: async (_context, _reader, { spec }) => ({ value: String(spec.value) }),
	release: async () => true,
});

/** Makes a sentence of each word, without holding it. */
const phrase: Controller = transforming({
	name: 'PhraseController',
	input: Word,
	output: Sentence,
	outputId: ({ metadata }) => metadata.id,
	transform: async (_context, _reader, { spec }) => ({ value: `${spec.value} sentence` }),
});

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

async function takesControllersLate(state: State): Promise<void> {
	await state.create(Numeral.resource('one', { value: 1 }));
	await running(state, [], async (engine) => {
		engine.register(spell);
		await becomes(state, Word, 'one', { value: '1' });
		await state.create(Numeral.resource('two', { value: 2 }));
		await becomes(state, Word, 'two', { value: '2' });
	});
}

async function restarts(state: State): Promise<void> {
	let attempts = 0;
	const failing: Controller = {
		name: 'FailingController',
		inputs: [],
		outputs: [{ type: Numeral.type, kind: 'exclusive' }],
		run: async (_context, runtime) => {
			while (await runtime.nextReconcile()) {
				attempts += 1;
				await runtime.create(Numeral.resource(`attempt-${attempts}`, { value: attempts }));
				if (attempts === 3) runtime.resetRestartBackoff();
				if (attempts === 5) {
					runtime.startTrackingOutputs();
					await runtime.cleanupOutputs();
				}
				if (attempts < 6) throw new Error('not yet');
			}
		},
	};
	await running(state, [failing], async (_engine, clock) => {
		const pauses: number[] = [];
		for (let attempt = 1; attempt < 6; attempt += 1) {
			await state.watchFor(Numeral.pointer(`attempt-${attempt}`), { events: ['created'] });
			await clock.someoneSleeps();
			const pause = clock.nextWake ?? 0;
			pauses.push(pause);
			clock.advance(pause - 1);
			ensureEqual(await state.find(Numeral.pointer(`attempt-${attempt + 1}`)), undefined, 'an attempt before its time');
			clock.advance(1);
		}
		await state.watchFor(Numeral.pointer('attempt-6'), { events: ['created'] });
		ensureEqual(pauses, [500, 750, 500, 750, 500], 'pauses, begun anew twice');
	});
}

async function doesNotRestart(state: State): Promise<void> {
	let starts = 0;
	const once: Controller = {
		name: 'OnceController',
		inputs: [{ ...Numeral.kind, kind: 'weak' }],
		outputs: [],
		run: async () => {
			starts += 1;
		},
	};
	await running(state, [once, spell], async (_engine, clock) => {
		await state.create(Numeral.resource('one', { value: 1 }));
		await becomes(state, Word, 'one', { value: '1' });
		ensureEqual([starts, clock.nextWake], [1, undefined], 'starts of a controller that returned');
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

async function refusesUndeclared(state: State): Promise<void> {
	const foreign = Sentence.resource('a', { value: '' });
	const attempts: Record<string, (runtime: Parameters<Controller['run']>[1]) => Promise<unknown>> = {
		'read a resource': async (runtime) => await runtime.get(Sentence.pointer('a')),
		'read another id': async (runtime) => await runtime.get(Numeral.pointer('b')),
		'list a kind of which it has one': async (runtime) => await runtime.list(Numeral.kind),
		'create a resource': async (runtime) => await runtime.create(foreign),
		'change a resource': async (runtime) => await runtime.modify(foreign, (current) => current),
		'tear down a resource': async (runtime) => await runtime.teardown(Numeral.pointer('a')),
		'destroy a resource': async (runtime) => await runtime.destroy(Numeral.pointer('a')),
		'hold a weak input': async (runtime) => await runtime.addFinalizer(Numeral.pointer('a'), 'me'),
	};
	const outcome = Promise.withResolvers<void>();
	const curious: Controller = {
		name: 'CuriousController',
		inputs: [{ ...Numeral.kind, id: 'a', kind: 'weak' }],
		outputs: [{ type: Word.type, kind: 'exclusive' }],
		run: async (_context, runtime) => {
			try {
				for (const [what, attempt] of Object.entries(attempts)) {
					await ensureRefused(attempt(runtime), isControllerError('not-declared'), what);
				}
				outcome.resolve();
			} catch (error) {
				outcome.reject(error);
			}
		},
	};
	await running(state, [curious], async () => await outcome.promise);
}

async function refusesContradictions(state: State): Promise<void> {
	const engine = new Engine(state);
	engine.register({ name: 'First', inputs: [], outputs: [{ type: Word.type, kind: 'exclusive' }], run: async () => undefined });
	engine.register({ name: 'Second', inputs: [], outputs: [{ type: Numeral.type, kind: 'shared' }], run: async () => undefined });
	const twice = { ...Word.kind, kind: 'weak' } as const;
	const refused: readonly (readonly [Controller, ControllerErrorCode])[] = [
		[{ name: 'First', inputs: [], outputs: [], run: async () => undefined }, 'duplicate'],
		[{ name: 'Third', inputs: [], outputs: [{ type: Word.type, kind: 'shared' }], run: async () => undefined }, 'output-taken'],
		[{ name: 'Fourth', inputs: [], outputs: [{ type: Numeral.type, kind: 'exclusive' }], run: async () => undefined }, 'output-taken'],
		[{ name: 'Fifth', inputs: [twice, { ...twice, kind: 'strong' }], outputs: [], run: async () => undefined }, 'duplicate'],
	];
	for (const [controller, code] of refused) {
		await ensureRefused((async () => engine.register(controller))(), isControllerError(code), `registering ${controller.name}`);
	}
}

async function knowsDependencies(state: State): Promise<void> {
	const engine = new Engine(state);
	for (const controller of [phrase, spell]) engine.register(controller);
	const edges = engine.dependencies.map(({ controller, kind, namespace, type }) => `${kind} ${controller} ${namespace}/${type}`);
	ensureEqual(
		edges,
		[
			`output-exclusive PhraseController /${Sentence.type}`,
			`output-exclusive SpellController /${Word.type}`,
			`input-destroyReady PhraseController default/${Sentence.type}`,
			`input-weak PhraseController default/${Word.type}`,
			`input-strong SpellController default/${Numeral.type}`,
			`input-destroyReady SpellController default/${Word.type}`,
		],
		'dependencies',
	);
}

async function returnsWhenCancelled(state: State): Promise<void> {
	const waits = Promise.withResolvers<void>();
	const done: string[] = [];
	const patient: Controller = {
		name: 'PatientController',
		inputs: [{ ...Numeral.kind, kind: 'weak' }],
		outputs: [],
		run: async (_context, runtime) => {
			while (await runtime.nextReconcile()) waits.resolve();
			done.push('returned');
		},
	};
	await running(state, [patient], async () => await waits.promise);
	ensureEqual(done, ['returned'], 'what a controller does when it is cancelled');
}

/** Runs an engine with these controllers while `body` runs; the engine must then return. */
async function running(
	state: State,
	controllers: readonly Controller[],
	body: (engine: Engine, clock: ManualClock) => Promise<void>,
): Promise<void> {
	const clock = new ManualClock();
	// pauses without chance: half of the interval at random, the other half by this
	const engine = new Engine(state, { clock, random: () => 0.5 });
	for (const controller of controllers) engine.register(controller);
	const stop = new AbortController();
	const context: Context = { ...background, signal: stop.signal };
	const run = engine.run(context);
	try {
		await Promise.race([body(engine, clock), run.then(() => ensure(false, 'an engine returned although nobody stopped it'))]);
	} finally {
		stop.abort(new Error('the case is over'));
		await run;
	}
}

async function becomes<Spec>(state: State, type: ResourceType<Spec>, id: string, spec: Spec): Promise<void> {
	const expected = JSON.stringify(spec);
	await state.watchFor(type.pointer(id), { holds: (resource) => JSON.stringify(resource.spec) === expected });
}

function isControllerError(code: ControllerErrorCode): (error: unknown) => boolean {
	return (error) => error instanceof ControllerError && error.code === code;
}
