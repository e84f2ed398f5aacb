import type { Kind } from '../resource/resource.ts';
import type { CoreState } from './core-state.ts';

/**
 * A state that keeps each namespace in a state of its own, made when it is first used: some in memory, some elsewhere.
 */
export function namespacedState(stateOf: (namespace: string) => CoreState): CoreState {
	const states = new Map<string, CoreState>();
	const at = ({ namespace }: Kind): CoreState => {
		let state = states.get(namespace);
		if (state === undefined) {
			state = stateOf(namespace);
			states.set(namespace, state);
		}
		return state;
	};
	return {
		get: async (pointer, options) => await at(pointer).get(pointer, options),
		list: async (kind, options) => await at(kind).list(kind, options),
		create: async (resource, options) => await at(resource.metadata).create(resource, options),
		update: async (resource, options) => await at(resource.metadata).update(resource, options),
		destroy: async (pointer, options) => await at(pointer).destroy(pointer, options),
		watch: async (pointer, options) => await at(pointer).watch(pointer, options),
		watchKind: async (kind, options) => await at(kind).watchKind(kind, options),
		watchKindAggregated: async (kind, options) => await at(kind).watchKindAggregated(kind, options),
	};
}
