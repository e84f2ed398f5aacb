import type { Kind, Pointer, Resource } from '../../resource/resource.ts';
import type {
	CoreState,
	ListOptions,
	OwnerOptions,
	ResourceEvent,
	UpdateOptions,
	Watch,
	WatchKindOptions,
	WatchOptions,
} from '../core-state.ts';
import { flatten } from '../flatten.ts';
import { Collection } from './collection.ts';
import { History } from './history.ts';

export interface InMemoryOptions {
	/** Changes kept for each type in each namespace; 100 unless told otherwise. A watcher that is further behind fails. */
	readonly historyCapacity?: number;
	/** Of these the oldest at which no watch may begin; 5 unless told otherwise. */
	readonly historyGap?: number;
	/** Milliseconds since 1970, for the times of writes. */
	readonly now?: () => number;
}

/**
 * A state in the memory of this process. What it holds and gives out is frozen, never copied.
 */
export class InMemoryState implements CoreState {
	readonly #collections = new Map<string, Map<string, Collection>>();
	readonly #capacity: number;
	readonly #gap: number;
	readonly #now: () => number;

	constructor({ historyCapacity = 100, historyGap = 5, now = Date.now }: InMemoryOptions = {}) {
		this.#capacity = historyCapacity;
		this.#gap = historyGap;
		this.#now = now;
	}

	async get<Spec>(pointer: Pointer<Spec>): Promise<Resource<Spec>> {
		return this.#collectionOf(pointer).get(pointer.id) as Resource<Spec>;
	}

	async list<Spec>(kind: Kind<Spec>, options: ListOptions = {}): Promise<readonly Resource<Spec>[]> {
		return this.#collectionOf(kind).list(options) as readonly Resource<Spec>[];
	}

	async create<Spec>(resource: Resource<Spec>, options: OwnerOptions = {}): Promise<Resource<Spec>> {
		return this.#collectionOf(resource.metadata).create(resource, options) as Resource<Spec>;
	}

	async update<Spec>(resource: Resource<Spec>, options: UpdateOptions = {}): Promise<Resource<Spec>> {
		return this.#collectionOf(resource.metadata).update(resource, options) as Resource<Spec>;
	}

	async destroy(pointer: Pointer, options: OwnerOptions = {}): Promise<void> {
		this.#collectionOf(pointer).destroy(pointer.id, options);
	}

	async watch<Spec>(pointer: Pointer<Spec>, options: WatchOptions = {}): Promise<Watch<ResourceEvent<Spec>>> {
		return flatten(this.#collectionOf(pointer).watch(pointer.id, options) as Watch<readonly ResourceEvent<Spec>[]>);
	}

	async watchKind<Spec>(kind: Kind<Spec>, options: WatchKindOptions = {}): Promise<Watch<ResourceEvent<Spec>>> {
		return flatten(await this.watchKindAggregated(kind, options));
	}

	async watchKindAggregated<Spec>(kind: Kind<Spec>, options: WatchKindOptions = {}): Promise<Watch<readonly ResourceEvent<Spec>[]>> {
		return this.#collectionOf(kind).watchKind(options) as Watch<readonly ResourceEvent<Spec>[]>;
	}

	#collectionOf(kind: Kind): Collection {
		let types = this.#collections.get(kind.namespace);
		if (types === undefined) {
			types = new Map();
			this.#collections.set(kind.namespace, types);
		}
		let collection = types.get(kind.type);
		if (collection === undefined) {
			collection = new Collection(kind, new History(this.#capacity, this.#gap), this.#now);
			types.set(kind.type, collection);
		}
		return collection;
	}
}
