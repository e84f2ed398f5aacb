import type { Controller } from '../controller/controller.ts';
import type { State } from '../state/state.ts';
import { type ConformanceCase, ensureEqual } from './case.ts';
import { spell } from './number-controllers.ts';
import { Numeral, Word } from './number-resources.ts';
import { becomes, running } from './running-engine.ts';

/** When controllers start, start again and end. */
export const engineLife: readonly ConformanceCase<State>[] = [
	{ name: 'takes controllers while it runs', run: takesControllersLate },
	{ name: 'restarts what throws, after longer and longer pauses', run: restarts },
	{ name: 'does not restart what returns', run: doesNotRestart },
	{ name: 'returns when cancelled', run: returnsWhenCancelled },
];

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
