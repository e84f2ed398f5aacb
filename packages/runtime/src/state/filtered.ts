import type { Kind } from '../resource/resource.ts';
import type { CoreState } from './core-state.ts';

/** One use of a state, as a rule judges it. */
export interface Access extends Kind {
	/** Absent when the whole kind is meant. */
	readonly id?: string;
	readonly verb: 'get' | 'list' | 'watch' | 'create' | 'update' | 'destroy';
}

/** Throws what the caller shall see when a use is not allowed. */
export type AccessRule = (access: Access) => void | Promise<void>;

/** Whether a use leaves everything as it is. */
export function isReadOnly({ verb }: Access): boolean {
	return verb === 'get' || verb === 'list' || verb === 'watch';
}

/** A state that asks a rule before every use of another one. */
export function filteredState(state: CoreState, rule: AccessRule): CoreState {
	const ask = async (verb: Access['verb'], { namespace, type }: Kind, id?: string): Promise<void> => {
		await rule({ verb, namespace, type, ...(id === undefined ? {} : { id }) });
	};
	return {
		async get(pointer, options) {
			await ask('get', pointer, pointer.id);
			return await state.get(pointer, options);
		},
		async list(kind, options) {
			await ask('list', kind);
			return await state.list(kind, options);
		},
		async create(resource, options) {
			await ask('create', resource.metadata, resource.metadata.id);
			return await state.create(resource, options);
		},
		async update(resource, options) {
			await ask('update', resource.metadata, resource.metadata.id);
			return await state.update(resource, options);
		},
		async destroy(pointer, options) {
			await ask('destroy', pointer, pointer.id);
			await state.destroy(pointer, options);
		},
		async watch(pointer, options) {
			await ask('watch', pointer, pointer.id);
			return await state.watch(pointer, options);
		},
		async watchKind(kind, options) {
			await ask('watch', kind);
			return await state.watchKind(kind, options);
		},
		async watchKindAggregated(kind, options) {
			await ask('watch', kind);
			return await state.watchKindAggregated(kind, options);
		},
	};
}
