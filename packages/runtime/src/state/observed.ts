import type { Pointer, Resource } from '../resource/resource.ts';
import type { CoreState } from './core-state.ts';

/** Told of every change, in the order of changes, before whoever made it goes on. Must not throw. */
export interface StateObserver {
	/** The resource as it is stored now. */
	stored(resource: Resource): void;
	destroyed(pointer: Pointer): void;
}

/** A state that behaves as the given one and lets somebody know what changes in it. */
export function observedState(core: CoreState, observer: StateObserver): CoreState {
	return {
		get: async (pointer, options) => await core.get(pointer, options),
		list: async (kind, options) => await core.list(kind, options),
		watch: async (pointer, options) => await core.watch(pointer, options),
		watchKind: async (kind, options) => await core.watchKind(kind, options),
		watchKindAggregated: async (kind, options) => await core.watchKindAggregated(kind, options),
		async create(resource, options) {
			const stored = await core.create(resource, options);
			observer.stored(stored);
			return stored;
		},
		async update(resource, options) {
			const stored = await core.update(resource, options);
			observer.stored(stored);
			return stored;
		},
		async destroy(pointer, options) {
			await core.destroy(pointer, options);
			observer.destroyed(pointer);
		},
	};
}
