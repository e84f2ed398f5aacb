import { background, type Context } from '@ichor/std';
import type { Controller } from '../controller/controller.ts';
import { Engine } from '../controller/engine.ts';
import type { ResourceType } from '../resource/resource-type.ts';
import type { State } from '../state/state.ts';
import { ensure } from './case.ts';
import { ManualClock } from './manual-clock.ts';

/** Runs an engine with these controllers while `body` runs; the engine must then return. */
export async function running(
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

/** Waits until a resource says this. */
export async function becomes<Spec>(state: State, type: ResourceType<Spec>, id: string, spec: Spec): Promise<void> {
	const expected = JSON.stringify(spec);
	await state.watchFor(type.pointer(id), { holds: (resource) => JSON.stringify(resource.spec) === expected });
}
