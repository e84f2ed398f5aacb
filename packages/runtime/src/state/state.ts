import { equalResources, type Kind, type Pointer, pointerTo, type Resource, withMetadata } from '../resource/resource.ts';
import { type Condition, fulfils } from './condition.ts';
import type {
	CallOptions,
	CoreState,
	ListOptions,
	OwnerOptions,
	ResourceEvent,
	UpdateOptions,
	Watch,
	WatchKindOptions,
	WatchOptions,
} from './core-state.ts';
import { isConflict, isNotFound, isOwnerConflict, isPhaseConflict, phaseConflict, StateError } from './errors.ts';

/** A state with everything that can be built on top of one. */
export class State implements CoreState {
	readonly #core: CoreState;

	constructor(core: CoreState) {
		this.#core = core;
	}

	async get<Spec>(pointer: Pointer<Spec>, options?: CallOptions): Promise<Resource<Spec>> {
		return await this.#core.get(pointer, options);
	}

	async list<Spec>(kind: Kind<Spec>, options?: ListOptions): Promise<readonly Resource<Spec>[]> {
		return await this.#core.list(kind, options);
	}

	async create<Spec>(resource: Resource<Spec>, options?: OwnerOptions): Promise<Resource<Spec>> {
		return await this.#core.create(resource, options);
	}

	async update<Spec>(resource: Resource<Spec>, options?: UpdateOptions): Promise<Resource<Spec>> {
		return await this.#core.update(resource, options);
	}

	async destroy(pointer: Pointer, options?: OwnerOptions): Promise<void> {
		await this.#core.destroy(pointer, options);
	}

	async watch<Spec>(pointer: Pointer<Spec>, options?: WatchOptions): Promise<Watch<ResourceEvent<Spec>>> {
		return await this.#core.watch(pointer, options);
	}

	async watchKind<Spec>(kind: Kind<Spec>, options?: WatchKindOptions): Promise<Watch<ResourceEvent<Spec>>> {
		return await this.#core.watchKind(kind, options);
	}

	async watchKindAggregated<Spec>(kind: Kind<Spec>, options?: WatchKindOptions): Promise<Watch<readonly ResourceEvent<Spec>[]>> {
		return await this.#core.watchKindAggregated(kind, options);
	}

	/** The resource, undefined when it is not there. */
	async find<Spec>(pointer: Pointer<Spec>, options?: CallOptions): Promise<Resource<Spec> | undefined> {
		try {
			return await this.get(pointer, options);
		} catch (error) {
			if (isNotFound(error)) return undefined;
			throw error;
		}
	}

	/**
	 * Changes a resource, again and again until nobody writes in between, and returns it as it is stored.
	 * Nothing is written when `change` returns the resource as it was.
	 *
	 * @throws StateError "not found", or a conflict of owner or phase; whatever `change` throws
	 */
	async updateWithConflicts<Spec>(pointer: Pointer<Spec>, change: Change<Spec>, options: UpdateOptions = {}): Promise<Resource<Spec>> {
		const { expectedPhase = 'running' } = options;
		for (;;) {
			const current = await this.get(pointer, options);
			if (expectedPhase !== 'any' && expectedPhase !== current.metadata.phase) throw phaseConflict(current.metadata, expectedPhase);
			const changed = await change(current);
			if (equalResources(current, changed)) return current;
			try {
				return await this.update(changed, options);
			} catch (error) {
				if (!isConflict(error) || isOwnerConflict(error) || isPhaseConflict(error)) throw error;
			}
		}
	}

	/**
	 * Changes a resource, or creates it by changing an empty one, and returns it as it is stored.
	 *
	 * @param empty the resource as it is before its first change; its metadata says which one is meant
	 */
	async modify<Spec>(empty: Resource<Spec>, change: Change<Spec>, options: UpdateOptions = {}): Promise<Resource<Spec>> {
		for (;;) {
			try {
				return await this.updateWithConflicts(pointerTo(empty), change, options);
			} catch (error) {
				if (!isNotFound(error)) throw error;
			}
			const created = await this.#createUnlessThere(await change(empty), options);
			if (created !== undefined) return created;
		}
	}

	/** Marks a resource as being torn down and says whether it can be destroyed now. It may be marked already. */
	async teardown(pointer: Pointer, options: OwnerOptions = {}): Promise<boolean> {
		if (this.#core.teardown !== undefined) return await this.#core.teardown(pointer, options);
		let resource = await this.get(pointer, options);
		if (resource.metadata.phase !== 'tearingDown') {
			resource = await this.updateWithConflicts(pointer, (current) => withMetadata(current, { phase: 'tearingDown' }), {
				...options,
				expectedPhase: 'any',
			});
		}
		return resource.metadata.finalizers.length === 0;
	}

	/** Tears a resource down, waits until its last finalizer is gone, and destroys it. */
	async teardownAndDestroy(pointer: Pointer, options: OwnerOptions = {}): Promise<void> {
		if (this.#core.teardownAndDestroy !== undefined) return await this.#core.teardownAndDestroy(pointer, options);
		const ready = await this.teardown(pointer, options);
		if (ready || (await this.#untilReleased(pointer, options))) await this.destroy(pointer, options);
	}

	async addFinalizer(pointer: Pointer, finalizer: string, options: CallOptions = {}): Promise<void> {
		await this.#changeFinalizers(pointer, (all) => (all.includes(finalizer) ? all : [...all, finalizer]), options);
	}

	async removeFinalizer(pointer: Pointer, finalizer: string, options: CallOptions = {}): Promise<void> {
		await this.#changeFinalizers(pointer, (all) => all.filter((item) => item !== finalizer), options);
	}

	/**
	 * Waits until a resource fulfils a condition, and returns it as it is then.
	 *
	 * @throws the signal's reason when it aborts first
	 */
	async watchFor<Spec>(pointer: Pointer<Spec>, condition: Condition<Spec>, options: CallOptions = {}): Promise<Resource<Spec | undefined>> {
		for await (const event of await this.watch(pointer, options)) {
			const resource = fulfils(condition, event);
			if (resource !== undefined) return resource;
		}
		throw endOf(options.signal);
	}

	/**
	 * A signal that aborts when a resource is torn down or destroyed, when the given signal aborts, or when the
	 * resource can no longer be watched. It is aborted already when the resource is not there.
	 */
	async signalUntilTeardown(pointer: Pointer, options: CallOptions = {}): Promise<AbortSignal> {
		const lifetime = new AbortController();
		const events = await this.watch(pointer, options);
		const first = await events.next();
		if (first.done === true || isTeardown(first.value)) {
			await events.return?.();
			lifetime.abort(options.signal?.reason);
		} else {
			this.#abortAtTeardown(events, lifetime, options.signal).catch((error: unknown) => lifetime.abort(error));
		}
		return lifetime.signal;
	}

	async #abortAtTeardown(events: Watch<ResourceEvent>, lifetime: AbortController, signal: AbortSignal | undefined): Promise<void> {
		for await (const event of events) if (isTeardown(event)) break;
		lifetime.abort(signal?.reason);
	}

	/** Waits for the last finalizer to go. False when the resource itself is gone. */
	async #untilReleased(pointer: Pointer, options: CallOptions): Promise<boolean> {
		for await (const event of await this.watch(pointer, options)) {
			if (event.type === 'destroyed') return false;
			if ((event.type === 'created' || event.type === 'updated') && event.resource.metadata.finalizers.length === 0) return true;
		}
		throw endOf(options.signal);
	}

	async #createUnlessThere<Spec>(resource: Resource<Spec>, options: OwnerOptions): Promise<Resource<Spec> | undefined> {
		try {
			return await this.create(resource, options);
		} catch (error) {
			if (error instanceof StateError && error.code === 'already-exists') return undefined;
			throw error;
		}
	}

	async #changeFinalizers(
		pointer: Pointer,
		change: (finalizers: readonly string[]) => readonly string[],
		options: CallOptions,
	): Promise<void> {
		const { metadata } = await this.get(pointer, options);
		await this.updateWithConflicts(pointer, (current) => withMetadata(current, { finalizers: change(current.metadata.finalizers) }), {
			...options,
			owner: metadata.owner,
			expectedPhase: 'any',
		});
	}
}

/** Makes a changed resource from the present one; returns it unchanged when there is nothing to do. */
export type Change<Spec> = (current: Resource<Spec>) => Resource<Spec> | Promise<Resource<Spec>>;

function isTeardown(event: ResourceEvent): boolean {
	return (
		event.type === 'destroyed' ||
		((event.type === 'created' || event.type === 'updated') && event.resource.metadata.phase === 'tearingDown')
	);
}

function endOf(signal: AbortSignal | undefined): unknown {
	return signal?.reason ?? new StateError('unsupported', 'the watch ended by itself');
}
