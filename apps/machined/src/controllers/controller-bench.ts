import { type Controller, Engine, InMemoryState, State } from '@ichor/runtime';
import { background, waitFor, withTimeout } from '@ichor/std';

/** Controllers on a state of their own, for their tests. */
export interface ControllerBench {
	readonly state: State;
	/** Asks until the answer is something else than undefined; fails after five seconds. */
	until<T>(condition: () => Promise<T | undefined> | T | undefined): Promise<T>;
	/** Ends the controllers and waits for them. */
	stop(): Promise<void>;
}

/** Starts controllers. */
export function startControllers(...controllers: readonly Controller[]): ControllerBench {
	const state = new State(new InMemoryState());
	const engine = new Engine(state);
	for (const controller of controllers) engine.register(controller);
	const life = new AbortController();
	const running = engine.run({ ...background, signal: life.signal });
	return {
		state,
		until: async (condition) => await waitFor(withTimeout(background, 5000), condition, 5),
		async stop() {
			life.abort();
			await running;
		},
	};
}
