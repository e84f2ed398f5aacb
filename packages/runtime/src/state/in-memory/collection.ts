import { type Metadata, newMetadata } from '../../resource/metadata.ts';
import { deepFreeze } from '../../resource/plain-data.ts';
import { matchesQuery, type ResourceQuery } from '../../resource/query.ts';
import type { Kind, Resource } from '../../resource/resource.ts';
import type { ListOptions, OwnerOptions, ResourceEvent, UpdateOptions, Watch, WatchKindOptions, WatchOptions } from '../core-state.ts';
import { alreadyExists, notFound, ownerConflict, pendingFinalizers, phaseConflict, StateError, versionConflict } from '../errors.ts';
import { decodeBookmark, encodeBookmark, invalidBookmark } from './bookmark.ts';
import type { Change, History } from './history.ts';
import { Watcher } from './watcher.ts';

/** The resources of one kind and their history. Everything here happens at once; only watchers wait. */
export class Collection {
	readonly #kind: Kind;
	readonly #history: History;
	readonly #now: () => number;
	readonly #resources = new Map<string, Resource>();

	constructor(kind: Kind, history: History, now: () => number) {
		this.#kind = { namespace: kind.namespace, type: kind.type };
		this.#history = history;
		this.#now = now;
	}

	get(id: string): Resource {
		const resource = this.#resources.get(id);
		if (resource === undefined) throw notFound({ ...this.#kind, id });
		return resource;
	}

	list(query: ListOptions): readonly Resource[] {
		return [...this.#resources.values()].filter(({ metadata }) => matchesQuery(query, metadata)).sort(byId);
	}

	create(resource: Resource, options: OwnerOptions): Resource {
		const { metadata } = resource;
		const owner = options.owner ?? '';
		if (this.#resources.has(metadata.id)) throw alreadyExists(metadata);
		if (metadata.owner !== '' && metadata.owner !== owner) throw ownerConflict(metadata, metadata.owner);
		const now = this.#now();
		return this.#store(resource, { version: 1, owner, created: now, updated: now }, (stored) => ({ type: 'created', resource: stored }));
	}

	update(resource: Resource, options: UpdateOptions): Resource {
		const { metadata } = resource;
		const old = this.#resources.get(metadata.id);
		if (old === undefined) throw notFound(metadata);
		const { owner, version, phase, created } = old.metadata;
		const expectedPhase = options.expectedPhase ?? 'running';
		if (owner !== (options.owner ?? '')) throw ownerConflict(old.metadata, owner);
		if (version !== metadata.version) throw versionConflict(old.metadata, metadata.version, version);
		if (expectedPhase !== 'any' && expectedPhase !== phase) throw phaseConflict(old.metadata, expectedPhase);
		return this.#store(resource, { version: version + 1, owner, created, updated: this.#now() }, (stored) => ({
			type: 'updated',
			resource: stored,
			old,
		}));
	}

	destroy(id: string, options: OwnerOptions): void {
		const resource = this.get(id);
		const { owner, finalizers } = resource.metadata;
		if (owner !== (options.owner ?? '')) throw ownerConflict(resource.metadata, owner);
		if (finalizers.length > 0) throw pendingFinalizers(resource.metadata, finalizers);
		this.#resources.delete(id);
		this.#history.add({ type: 'destroyed', resource });
	}

	watch(id: string, options: WatchOptions): Watch<readonly ResourceEvent[]> {
		const { tailEvents = 0, startFromBookmark } = options;
		refuseBoth(tailEvents > 0, startFromBookmark !== undefined);
		if (tailEvents > 0) return this.#watchOne(id, this.#tailOf(id, tailEvents), [], options);
		if (startFromBookmark !== undefined) return this.#watchOne(id, this.#after(startFromBookmark, 0), [], options);
		return this.#watchOne(id, this.#history.end, [this.#presentStateOf(id)], options);
	}

	watchKind(options: WatchKindOptions): Watch<readonly ResourceEvent[]> {
		const { tailEvents = 0, startFromBookmark, bootstrapContents = false, bootstrapBookmark = false } = options;
		refuseBoth(tailEvents > 0, startFromBookmark !== undefined);
		refuseBoth(bootstrapContents, tailEvents > 0 || startFromBookmark !== undefined);
		let from = this.#history.end;
		// a watch of a whole kind may have begun before the first event of all
		if (startFromBookmark !== undefined) from = this.#after(startFromBookmark, -1);
		else if (tailEvents > 0) from = Math.max(from - tailEvents, this.#history.oldest);
		const bookmark = encodeBookmark(from - 1);
		const contents = bootstrapContents ? this.list(options) : [];
		const first: readonly ResourceEvent[] = [
			...contents.map((resource): ResourceEvent => ({ type: 'created', resource })),
			...(bootstrapContents ? [{ type: 'bootstrapped', bookmark } as const] : []),
			...(bootstrapBookmark ? [{ type: 'noop', bookmark } as const] : []),
		];
		return this.#follow(from, first, (change) => seeThrough(options, change), options);
	}

	#store(resource: Resource, more: Partial<Metadata>, change: (stored: Resource) => Change): Resource {
		const stored = deepFreeze({ ...resource, metadata: { ...resource.metadata, ...more } });
		this.#resources.set(stored.metadata.id, stored);
		this.#history.add(change(stored));
		return stored;
	}

	#watchOne(id: string, from: number, first: readonly ResourceEvent[], options: WatchOptions): Watch<readonly ResourceEvent[]> {
		return this.#follow(from, first, (change) => (change.resource.metadata.id === id ? change : undefined), options);
	}

	#follow(
		from: number,
		first: readonly ResourceEvent[],
		see: (change: Change) => ResourceEvent | undefined,
		options: WatchOptions,
	): Watch<readonly ResourceEvent[]> {
		return new Watcher(this.#history, { from, first, see, overrun: () => this.#overrun(), signal: options.signal });
	}

	#presentStateOf(id: string): ResourceEvent {
		const resource = this.#resources.get(id);
		if (resource !== undefined) return { type: 'created', resource };
		return { type: 'destroyed', resource: { metadata: newMetadata({ ...this.#kind, id }), spec: undefined } };
	}

	/** Position of the oldest of the last `count` changes of one resource. */
	#tailOf(id: string, count: number): number {
		const { oldest, end } = this.#history;
		const positions = (this.#history.since(oldest) ?? [])
			.flatMap((change, index) => (change.resource.metadata.id === id ? [oldest + index] : []))
			.slice(-count);
		return positions[0] ?? end;
	}

	/** The position after a bookmark, which must not lie before `lowest` or what history still has. */
	#after(bookmark: Uint8Array, lowest: number): number {
		const position = decodeBookmark(bookmark);
		const { oldest, end } = this.#history;
		if (position < lowest || position >= end || (oldest > 0 && position < oldest)) throw invalidBookmark();
		return position + 1;
	}

	#overrun(): StateError {
		const { namespace, type } = this.#kind;
		return new StateError('overrun', `buffer overrun: namespace "${namespace}" type "${type}": the watcher read too slowly`, {
			about: this.#kind,
		});
	}
}

/** A change as one sees it who only sees what a query matches. */
function seeThrough(query: ResourceQuery, change: Change): ResourceEvent | undefined {
	const matches = matchesQuery(query, change.resource.metadata);
	if (change.type !== 'updated') return matches ? change : undefined;
	const matched = matchesQuery(query, change.old.metadata);
	const { resource, bookmark } = change;
	if (matched && matches) return change;
	if (matched) return { type: 'destroyed', resource, bookmark };
	return matches ? { type: 'created', resource, bookmark } : undefined;
}

function byId(a: Resource, b: Resource): number {
	return a.metadata.id < b.metadata.id ? -1 : 1;
}

function refuseBoth(one: boolean, other: boolean): void {
	if (one && other) throw new StateError('unsupported', 'a watch begins with its contents, with past events or at a bookmark: choose one');
}
