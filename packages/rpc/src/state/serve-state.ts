import type { MessageInitShape } from '@bufbuild/protobuf';
import { type EventSchema, EventType, type State as StateService, type WatchRequest, type WatchResponseSchema } from '@ichor/api/cosi';
import { type CoreState, type Phase, type ResourceEvent, State, type TypeRegistry, type Watch } from '@ichor/runtime';
import { messageOf } from '@ichor/std';
import { RpcError } from '../errors.ts';
import type { Call, Handlers } from '../handlers.ts';
import { decodeQuery } from './wire-query.ts';
import { decodeResource, encodeKind, ResourceEncoder } from './wire-resource.ts';

export interface StateServerOptions {
	/** The state as a caller may see it: usually one that is filtered by the caller's roles. */
	readonly stateOf: (call: Call) => CoreState;
	/** Every type that may be sent. */
	readonly registry: TypeRegistry;
	/** Prints the view of a spec as one YAML document. */
	readonly toYaml: (view: unknown) => string;
}

/** The handlers of cosi.resource.State: `server.add(State, serveState(...))`. */
export function serveState({ stateOf, registry, toYaml }: StateServerOptions): Handlers<typeof StateService> {
	const encoder = new ResourceEncoder(registry, toYaml);
	return {
		async get(pointer, call) {
			return { resource: encoder.encode(await stateOf(call).get(pointer)) };
		},
		async *list({ options, ...kind }, call) {
			const query = decodeQuery(options?.labelQuery ?? [], options?.idQuery);
			for (const resource of await stateOf(call).list(kind, query)) yield { resource: encoder.encode(resource) };
		},
		async create({ resource, options }, call) {
			return { resource: encoder.encode(await stateOf(call).create(decodeResource(resource, registry), { owner: options?.owner })) };
		},
		async update({ newResource, options }, call) {
			const expectedPhase = decodePhase(options?.expectedPhase);
			const updated = await stateOf(call).update(decodeResource(newResource, registry), { owner: options?.owner, expectedPhase });
			return { resource: encoder.encode(updated) };
		},
		async destroy({ options, ...pointer }, call) {
			await stateOf(call).destroy(pointer, { owner: options?.owner });
			return {};
		},
		async teardown({ options, ...pointer }, call) {
			return { destroyReady: await new State(stateOf(call)).teardown(pointer, { owner: options?.owner }) };
		},
		async teardownAndDestroy({ options, ...pointer }, call) {
			await new State(stateOf(call)).teardownAndDestroy(pointer, { owner: options?.owner, signal: call.signal });
			return {};
		},
		async *watch(request, call) {
			const batches = await beginWatch(stateOf(call), request, call.signal);
			// tells the client that from now on it misses nothing
			yield {};
			yield* answers(batches, request, encoder, call.signal);
		},
	};
}

type Answer = MessageInitShape<typeof WatchResponseSchema>;
type WireEvent = MessageInitShape<typeof EventSchema>;

async function beginWatch(state: CoreState, request: WatchRequest, signal: AbortSignal): Promise<Watch<readonly ResourceEvent[]>> {
	const { namespace, type, id, options } = request;
	const { bootstrapContents, bootstrapBookmark, tailEvents = 0, startFromBookmark, labelQuery = [], idQuery, aggregated } = options ?? {};
	const from = { tailEvents: Math.max(tailEvents, 0), startFromBookmark, signal };
	if (id !== undefined) {
		if (bootstrapContents === true) throw new RpcError('unimplemented', 'bootstrap contents is not implemented for resource watch');
		if (labelQuery.length > 0) throw new RpcError('unimplemented', 'label query is not implemented for resource watch');
		return batchesOfOne(await state.watch({ namespace, type, id }, from));
	}
	const kindOptions = { ...from, ...decodeQuery(labelQuery, idQuery), bootstrapContents, bootstrapBookmark };
	if (aggregated === true) return await state.watchKindAggregated({ namespace, type }, kindOptions);
	return batchesOfOne(await state.watchKind({ namespace, type }, kindOptions));
}

async function* batchesOfOne(events: Watch<ResourceEvent>): Watch<readonly ResourceEvent[]> {
	for await (const event of events) yield [event];
}

async function* answers(
	batches: Watch<readonly ResourceEvent[]>,
	request: WatchRequest,
	encoder: ResourceEncoder,
	signal: AbortSignal,
): AsyncGenerator<Answer> {
	// older clients take an unknown event for a change
	const known = (event: ResourceEvent): boolean => request.apiVersion >= 1 || event.type !== 'bootstrapped';
	try {
		for await (const batch of batches) {
			const event = batch.filter(known).map((one) => encodeEvent(one, request, encoder));
			if (event.length > 0) yield { event };
		}
	} catch (error) {
		if (request.apiVersion < 1) throw error;
		yield { event: [{ eventType: EventType.ERRORED, error: messageOf(error) }] };
		// the client ends the call when it has understood
		if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
	}
}

function encodeEvent(event: ResourceEvent, request: WatchRequest, encoder: ResourceEncoder): WireEvent {
	const bookmark = event.bookmark === undefined ? {} : { bookmark: event.bookmark };
	if (event.type === 'bootstrapped' || event.type === 'noop')
		return { eventType: eventTypes[event.type], resource: encodeKind(request), ...bookmark };
	const old = event.type === 'updated' ? { old: encoder.encode(event.old) } : {};
	return { eventType: eventTypes[event.type], resource: encoder.encode(event.resource), ...old, ...bookmark };
}

const eventTypes: Readonly<Record<ResourceEvent['type'], EventType>> = {
	created: EventType.CREATED,
	updated: EventType.UPDATED,
	destroyed: EventType.DESTROYED,
	bootstrapped: EventType.BOOTSTRAPPED,
	noop: EventType.NOOP,
};

function decodePhase(phase: string | undefined): Phase | 'any' {
	if (phase === undefined) return 'any';
	if (phase !== 'running' && phase !== 'tearingDown') throw new RpcError('invalid-argument', `unknown phase: ${phase}`);
	return phase;
}
