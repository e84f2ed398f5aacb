import type { Phase } from '../resource/metadata.ts';
import type { ResourceQuery } from '../resource/query.ts';
import type { Kind, Pointer, Resource } from '../resource/resource.ts';

/**
 * The place where all resources are, and the one way in which parts of a program learn of each other.
 *
 * Every implementation passes the suite in `@ichor/runtime/conformance`. `State` adds what can be built on top.
 */
export interface CoreState {
	/** The resource. Throws "not found" when it is not there. */
	get<Spec>(pointer: Pointer<Spec>, options?: CallOptions): Promise<Resource<Spec>>;

	/** The resources of a kind, ordered by id. */
	list<Spec>(kind: Kind<Spec>, options?: ListOptions): Promise<readonly Resource<Spec>[]>;

	/**
	 * Stores a new resource and returns it as it is stored: version 1, with its owner and its times.
	 * Throws a conflict when it is there already.
	 */
	create<Spec>(resource: Resource<Spec>, options?: OwnerOptions): Promise<Resource<Spec>>;

	/**
	 * Stores a changed resource and returns it as it is stored, its version one higher.
	 * Throws "not found" when it is not there; a conflict when its version is not the one that is stored, when it has
	 * another owner than the caller, or when it is in another phase than the expected one.
	 */
	update<Spec>(resource: Resource<Spec>, options?: UpdateOptions): Promise<Resource<Spec>>;

	/** Removes a resource. Throws "not found" when it is not there, a conflict when it has finalizers or another owner. */
	destroy(pointer: Pointer, options?: OwnerOptions): Promise<void>;

	/**
	 * Follows one resource, which need not exist. The first event is its present state: created, or destroyed when it is not there.
	 * When the promise is fulfilled the watch is live: no later change is missed.
	 */
	watch<Spec>(pointer: Pointer<Spec>, options?: WatchOptions): Promise<Watch<ResourceEvent<Spec>>>;

	/** Follows all resources of a kind. When the promise is fulfilled the watch is live. */
	watchKind<Spec>(kind: Kind<Spec>, options?: WatchKindOptions): Promise<Watch<ResourceEvent<Spec>>>;

	/** The same, in batches of all the events that have come together since the last one. */
	watchKindAggregated<Spec>(kind: Kind<Spec>, options?: WatchKindOptions): Promise<Watch<readonly ResourceEvent<Spec>[]>>;

	/** Like `State.teardown`, where the implementation can do it in one step. */
	teardown?(pointer: Pointer, options?: OwnerOptions): Promise<boolean>;

	/** Like `State.teardownAndDestroy`, where the implementation can do it in one step. */
	teardownAndDestroy?(pointer: Pointer, options?: OwnerOptions): Promise<void>;
}

/**
 * Events in their order. The sequence ends when its signal aborts. It throws when the watch cannot go on: the
 * connection was lost, or the reader fell so far behind that events are gone.
 */
export type Watch<Event> = AsyncIterableIterator<Event>;

/** A change of a resource, or a note about the watch itself. */
export type ResourceEvent<Spec = unknown> =
	| { readonly type: 'created'; readonly resource: Resource<Spec>; readonly bookmark?: Bookmark | undefined }
	| {
			readonly type: 'updated';
			readonly resource: Resource<Spec>;
			/** The resource before. */
			readonly old: Resource<Spec>;
			readonly bookmark?: Bookmark | undefined;
	  }
	| {
			readonly type: 'destroyed';
			/** The resource as it was last; no spec when it was not there in the first place. */
			readonly resource: Resource<Spec | undefined>;
			readonly bookmark?: Bookmark | undefined;
	  }
	/** Everything that was there when the watch began has been sent. */
	| { readonly type: 'bootstrapped'; readonly bookmark: Bookmark }
	/** Nothing has happened; here is a bookmark. */
	| { readonly type: 'noop'; readonly bookmark: Bookmark };

/** Where a watch may go on later. Only the state that made it can read it. */
export type Bookmark = Uint8Array;

export interface CallOptions {
	/** Ends the call, or the watch. */
	readonly signal?: AbortSignal | undefined;
}

export interface ListOptions extends CallOptions, ResourceQuery {}

export interface OwnerOptions extends CallOptions {
	/** Who asks; nobody in particular unless told otherwise. Must be the owner of what is changed, and becomes that of what is created. */
	readonly owner?: string | undefined;
}

export interface UpdateOptions extends OwnerOptions {
	/** The phase that the stored resource must be in; running unless told otherwise. */
	readonly expectedPhase?: Phase | 'any' | undefined;
}

export interface WatchOptions extends CallOptions {
	/** Begin with that many of the last events, as far as they are kept, instead of the present state. */
	readonly tailEvents?: number | undefined;
	/** Begin after the event with that bookmark, instead of the present state. */
	readonly startFromBookmark?: Bookmark | undefined;
}

/**
 * With a query, a resource that stops to match looks destroyed and one that begins to match looks created.
 */
export interface WatchKindOptions extends WatchOptions, ResourceQuery {
	/** Begin with what is there, each as created, then "bootstrapped". */
	readonly bootstrapContents?: boolean | undefined;
	/** Begin with a "noop" event that carries a bookmark. */
	readonly bootstrapBookmark?: boolean | undefined;
}
