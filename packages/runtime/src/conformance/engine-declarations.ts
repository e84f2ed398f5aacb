import type { Controller } from '../controller/controller.ts';
import { Engine } from '../controller/engine.ts';
import { ControllerError, type ControllerErrorCode } from '../controller/errors.ts';
import type { State } from '../state/state.ts';
import { type ConformanceCase, ensureEqual, ensureRefused } from './case.ts';
import { phrase, spell } from './number-controllers.ts';
import { Numeral, Sentence, Word } from './number-resources.ts';
import { running } from './running-engine.ts';

/** What controllers declare, and what is refused because they did not. */
export const engineDeclarations: readonly ConformanceCase<State>[] = [
	{ name: 'refuses what is not declared', run: refusesUndeclared },
	{ name: 'refuses controllers that contradict others', run: refusesContradictions },
	{ name: 'knows who reads and writes what', run: knowsDependencies },
];

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

function isControllerError(code: ControllerErrorCode): (error: unknown) => boolean {
	return (error) => error instanceof ControllerError && error.code === code;
}
