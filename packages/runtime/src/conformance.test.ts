import { describe, test } from 'node:test';
import { engineConformance, stateConformance } from './conformance/index.ts';
import { filteredState } from './state/filtered.ts';
import { InMemoryState } from './state/in-memory/in-memory-state.ts';
import { namespacedState } from './state/namespaced.ts';
import { observedState } from './state/observed.ts';
import { State } from './state/state.ts';

const states: Readonly<Record<string, () => State>> = {
	'in memory': () => new State(new InMemoryState()),
	'in memory with a short history': () => new State(new InMemoryState({ historyCapacity: 16, historyGap: 2 })),
	'by namespace': () => new State(namespacedState(() => new InMemoryState())),
	observed: () => new State(observedState(new InMemoryState(), { stored: () => undefined, destroyed: () => undefined })),
	filtered: () => new State(filteredState(new InMemoryState(), () => undefined)),
};

for (const [kind, create] of Object.entries(states)) {
	describe(`state ${kind}`, { timeout: 10_000 }, () => {
		for (const { name, run } of stateConformance) test(name, async () => await run(create()));
	});
}

describe('engine on a state in memory', { timeout: 10_000 }, () => {
	for (const { name, run } of engineConformance) test(name, async () => await run(new State(new InMemoryState())));
});
