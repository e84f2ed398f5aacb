import { State as StateService } from '@ichor/api/cosi';
import {
	type CallOptions,
	type CoreState,
	flatten,
	type Kind,
	type ListOptions,
	type OwnerOptions,
	type Pointer,
	type Resource,
	type ResourceEvent,
	State,
	type TypeRegistry,
	type UpdateOptions,
	type Watch,
	type WatchKindOptions,
	type WatchOptions,
} from '@ichor/runtime';
import type { CallMetadata } from '../call-metadata.ts';
import type { Channel } from '../channel.ts';
import { createClient, type RpcCallOptions, type RpcClient } from '../client.ts';
import { hasRpcCode } from '../errors.ts';
import { openWatch, type WatchRetry, type WireWatchOptions } from './remote-watch.ts';
import { asStateError, type Operation } from './state-errors.ts';
import { encodeLabels } from './wire-query.ts';
import { decodeResource, ResourceEncoder } from './wire-resource.ts';

export interface RemoteStateOptions {
	/** Types whose specs are decoded. Specs of others are `RawSpec`. */
	readonly registry?: TypeRegistry | undefined;
	/** Sent beside every call, as `{ node: '10.5.0.2' }`. */
	readonly metadata?: CallMetadata | undefined;
	/** How a broken watch goes on from its last bookmark. It does not, unless given. */
	readonly retry?: WatchRetry | undefined;
}

/** A state at the other end of a channel. It fails as a state in memory does; what is about the connection is an RpcError. */
export class RemoteState implements CoreState {
	readonly #client: RpcClient<typeof StateService>;
	readonly #options: RemoteStateOptions;
	readonly #encoder: ResourceEncoder;
	/** This state without what older servers do not have: what `State` builds on instead. */
	readonly #basic: State;
	#hasTeardown = true;

	constructor(channel: Channel, options: RemoteStateOptions = {}) {
		this.#client = createClient(StateService, channel);
		this.#options = options;
		// the server makes YAML of what it stores; it needs none from us
		this.#encoder = new ResourceEncoder(options.registry ?? { types: [], find: () => undefined }, () => '');
		this.#basic = new State(basicOf(this));
	}

	async get<Spec>(pointer: Pointer<Spec>, options?: CallOptions): Promise<Resource<Spec>> {
		const { resource } = await this.#ask('get', pointer, async () => await this.#client.get(locate(pointer), this.#sending(options)));
		return this.#decode(resource);
	}

	async list<Spec>(kind: Kind<Spec>, options: ListOptions = {}): Promise<readonly Resource<Spec>[]> {
		const { labels, id } = options;
		const request = { ...kindOf(kind), options: { labelQuery: encodeLabels(labels), idQuery: { regexp: id?.source ?? '' } } };
		return await this.#ask('list', kind, async () => {
			const resources: Resource<Spec>[] = [];
			for await (const { resource } of this.#client.list(request, this.#sending(options))) resources.push(this.#decode(resource));
			return resources;
		});
	}

	async create<Spec>(resource: Resource<Spec>, options: OwnerOptions = {}): Promise<Resource<Spec>> {
		const request = { resource: this.#encoder.encode(resource), options: ownerOf(options) };
		const created = await this.#ask('create', resource.metadata, async () => await this.#client.create(request, this.#sending(options)));
		return this.#decode(created.resource);
	}

	async update<Spec>(resource: Resource<Spec>, options: UpdateOptions = {}): Promise<Resource<Spec>> {
		const { expectedPhase = 'running' } = options;
		const phase = expectedPhase === 'any' ? {} : { expectedPhase };
		const request = { newResource: this.#encoder.encode(resource), options: { ...ownerOf(options), ...phase } };
		const updated = await this.#ask('update', resource.metadata, async () => await this.#client.update(request, this.#sending(options)));
		return this.#decode(updated.resource);
	}

	async destroy(pointer: Pointer, options: OwnerOptions = {}): Promise<void> {
		const request = { ...locate(pointer), options: ownerOf(options) };
		await this.#ask('destroy', pointer, async () => await this.#client.destroy(request, this.#sending(options)));
	}

	async teardown(pointer: Pointer, options: OwnerOptions = {}): Promise<boolean> {
		const request = { ...locate(pointer), options: ownerOf(options) };
		return await this.#unlessUnimplemented(
			async () =>
				(await this.#ask('teardown', pointer, async () => await this.#client.teardown(request, this.#sending(options)))).destroyReady,
			async () => await this.#basic.teardown(pointer, options),
		);
	}

	async teardownAndDestroy(pointer: Pointer, options: OwnerOptions = {}): Promise<void> {
		const request = { ...locate(pointer), options: ownerOf(options) };
		await this.#unlessUnimplemented(
			async () =>
				void (await this.#ask('teardown', pointer, async () => await this.#client.teardownAndDestroy(request, this.#sending(options)))),
			async () => await this.#basic.teardownAndDestroy(pointer, options),
		);
	}

	async watch<Spec>(pointer: Pointer<Spec>, options: WatchOptions = {}): Promise<Watch<ResourceEvent<Spec>>> {
		return flatten(await this.#watch(pointer, { id: pointer.id }, from(options), options.signal));
	}

	async watchKind<Spec>(kind: Kind<Spec>, options: WatchKindOptions = {}): Promise<Watch<ResourceEvent<Spec>>> {
		return flatten(await this.watchKindAggregated(kind, options));
	}

	async watchKindAggregated<Spec>(kind: Kind<Spec>, options: WatchKindOptions = {}): Promise<Watch<readonly ResourceEvent<Spec>[]>> {
		const { bootstrapContents = false, bootstrapBookmark = false, labels, id } = options;
		const query = { labelQuery: encodeLabels(labels), idQuery: { regexp: id?.source ?? '' } };
		return await this.#watch(
			kind,
			{},
			{ ...from(options), ...query, bootstrapContents, bootstrapBookmark, aggregated: true },
			options.signal,
		);
	}

	async #watch<Spec>(
		{ namespace, type }: Kind<Spec>,
		which: { readonly id?: string },
		options: WireWatchOptions,
		signal: AbortSignal | undefined,
	): Promise<Watch<readonly ResourceEvent<Spec>[]>> {
		return (await openWatch({
			about: { namespace, type, ...which },
			options,
			call: (changed) => this.#client.watch({ namespace, type, ...which, options: changed, apiVersion: 1 }, this.#sending({ signal })),
			decode: (resource) => this.#decode(resource),
			retry: this.#options.retry,
			signal,
		})) as Watch<readonly ResourceEvent<Spec>[]>;
	}

	/** The caller's kind says what spec the resource has; the wire cannot. */
	#decode<Spec>(wire: Parameters<typeof decodeResource>[0]): Resource<Spec> {
		return decodeResource(wire, this.#options.registry) as Resource<Spec>;
	}

	#sending(options: CallOptions = {}): RpcCallOptions {
		return { signal: options.signal, metadata: this.#options.metadata };
	}

	async #ask<T>(operation: Operation, about: Kind & { readonly id?: string }, call: () => Promise<T>): Promise<T> {
		try {
			return await call();
		} catch (error) {
			throw asStateError(operation, about, error);
		}
	}

	/** Asks the server to do it in one step; a server that cannot is not asked again. */
	async #unlessUnimplemented<T>(native: () => Promise<T>, instead: () => Promise<T>): Promise<T> {
		if (!this.#hasTeardown) return await instead();
		try {
			return await native();
		} catch (error) {
			if (!hasRpcCode((error as Error).cause, 'unimplemented')) throw error;
			this.#hasTeardown = false;
			return await instead();
		}
	}
}

function kindOf({ namespace, type }: Kind): { namespace: string; type: string } {
	return { namespace, type };
}

function locate({ namespace, type, id }: Pointer): { namespace: string; type: string; id: string } {
	return { namespace, type, id };
}

function ownerOf({ owner = '' }: OwnerOptions): { owner: string } {
	return { owner };
}

function from({ tailEvents = 0, startFromBookmark }: WatchOptions): { tailEvents: number; startFromBookmark?: Uint8Array } {
	return { tailEvents, ...(startFromBookmark === undefined ? {} : { startFromBookmark }) };
}

function basicOf(state: CoreState): CoreState {
	return {
		get: async (...args) => await state.get(...args),
		list: async (...args) => await state.list(...args),
		create: async (...args) => await state.create(...args),
		update: async (...args) => await state.update(...args),
		destroy: async (...args) => await state.destroy(...args),
		watch: async (...args) => await state.watch(...args),
		watchKind: async (...args) => await state.watchKind(...args),
		watchKindAggregated: async (...args) => await state.watchKindAggregated(...args),
	};
}
