import type { MessageInitShape } from '@bufbuild/protobuf';
import {
	EventType,
	type WatchOptionsSchema,
	type WatchResponse,
	type Event as WireEvent,
	type Resource as WireResource,
} from '@ichor/api/cosi';
import { BackOff, type Bookmark, type Clock, type Kind, type Resource, type ResourceEvent, StateError, type Watch } from '@ichor/runtime';
import { RpcError } from '../errors.ts';
import { asStateError } from './state-errors.ts';

/** How a broken watch goes on. */
export interface WatchRetry {
	readonly clock: Clock;
	/** Told before every attempt: why, and after how many milliseconds. */
	readonly retrying?: (error: unknown, delay: number) => void;
}

export interface RemoteWatchOptions {
	readonly about: Kind & { readonly id?: string };
	readonly options: WireWatchOptions;
	/** Begins a call with these options. */
	readonly call: (options: WireWatchOptions) => Answers;
	readonly decode: (resource: WireResource | undefined) => Resource;
	readonly retry: WatchRetry | undefined;
	readonly signal: AbortSignal | undefined;
}

export type WireWatchOptions = MessageInitShape<typeof WatchOptionsSchema>;
type Answers = AsyncGenerator<WatchResponse, undefined, undefined>;

/** Begins a watch, and returns when the server says that it is live. */
export async function openWatch(watch: RemoteWatchOptions): Promise<Watch<readonly ResourceEvent[]>> {
	return follow(watch, await begin(watch, watch.options));
}

/** The server's first message is empty: it says that the watch is live. */
async function begin({ about, call }: RemoteWatchOptions, options: WireWatchOptions): Promise<Answers> {
	const answers = call(options);
	try {
		const { done } = await answers.next();
		if (done === true) throw new RpcError('unavailable', 'the server ended a watch that it had not begun');
	} catch (error) {
		throw asStateError('watch', about, error);
	}
	return answers;
}

async function* follow(watch: RemoteWatchOptions, first: Answers): Watch<readonly ResourceEvent[]> {
	const backOff = new BackOff();
	let answers: Answers | undefined = first;
	let bookmark: Bookmark | undefined;
	try {
		while (answers !== undefined) {
			try {
				for await (const { event } of answers) {
					backOff.reset();
					bookmark = event.at(-1)?.bookmark;
					yield event.map((one) => decodeEvent(one, watch));
				}
				throw new RpcError('unavailable', 'the server ended the watch');
			} catch (error) {
				if (watch.signal?.aborted === true) return;
				if (bookmark === undefined || watch.retry === undefined || error instanceof StateError) throw error;
				answers = await beginAgain(watch, watch.retry, bookmark, backOff, error);
			}
		}
	} finally {
		await answers?.return(undefined);
	}
}

/** Begins anew at a bookmark, as often as it takes. Undefined when the signal aborts meanwhile. */
async function beginAgain(
	watch: RemoteWatchOptions,
	{ clock, retrying }: WatchRetry,
	bookmark: Bookmark,
	backOff: BackOff,
	reason: unknown,
): Promise<Answers | undefined> {
	const { signal = new AbortController().signal } = watch;
	const options = { ...watch.options, bootstrapContents: false, bootstrapBookmark: false, tailEvents: 0, startFromBookmark: bookmark };
	let error = reason;
	while (!signal.aborted) {
		const delay = backOff.next();
		retrying?.(error, delay);
		try {
			await clock.sleep(delay, signal);
			return await begin(watch, options as WireWatchOptions);
		} catch (failure) {
			if (failure instanceof StateError) throw failure;
			error = failure;
		}
	}
	return undefined;
}

function decodeEvent(event: WireEvent, { about, decode }: RemoteWatchOptions): ResourceEvent {
	const { bookmark } = event;
	switch (event.eventType) {
		case EventType.CREATED:
			return { type: 'created', resource: decode(event.resource), bookmark };
		case EventType.UPDATED:
			return { type: 'updated', resource: decode(event.resource), old: decode(event.old), bookmark };
		case EventType.DESTROYED:
			return { type: 'destroyed', resource: decode(event.resource), bookmark };
		case EventType.BOOTSTRAPPED:
			return { type: 'bootstrapped', bookmark: bookmark ?? new Uint8Array() };
		case EventType.NOOP:
			return { type: 'noop', bookmark: bookmark ?? new Uint8Array() };
		default: {
			const why = event.error ?? 'the watch has failed';
			throw new StateError('overrun', `namespace "${about.namespace}" type "${about.type}": ${why}`, { about });
		}
	}
}
