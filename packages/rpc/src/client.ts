import { create, type DescMethod, type DescService, type Message, type MessageInitShape, type MessageShape } from '@bufbuild/protobuf';
import type { ClientReadableStream, ClientWritableStream, CallOptions as GrpcCallOptions, Metadata, ServiceError } from '@grpc/grpc-js';
import { type CallMetadata, toMetadata } from './call-metadata.ts';
import type { Channel } from './channel.ts';
import { fromStatus } from './errors.ts';
import { definitionOf, methodsOf } from './method.ts';

export interface RpcCallOptions {
	/** Cancels the call, which then fails with the signal's reason. */
	readonly signal?: AbortSignal | undefined;
	/** Milliseconds after which the call fails with "deadline exceeded". The server is told. */
	readonly timeout?: number | undefined;
	/** Sent beside the request, as `{ node: '10.5.0.2' }`. */
	readonly metadata?: CallMetadata | undefined;
}

/** One function for each method of a service. */
export type RpcClient<Service extends DescService> = {
	readonly [Name in keyof Service['method']]: Caller<Service['method'][Name]>;
};

/**
 * Takes a message or a sequence of them, and returns the same. The call begins at once. Throws an RpcError when it
 * fails. To stop reading a sequence of answers cancels the call.
 */
export type Caller<Method extends DescMethod> = Method['methodKind'] extends 'unary'
	? (request: MessageInitShape<Method['input']>, options?: RpcCallOptions) => Promise<MessageShape<Method['output']>>
	: Method['methodKind'] extends 'server_streaming'
		? (request: MessageInitShape<Method['input']>, options?: RpcCallOptions) => Answers<Method>
		: Method['methodKind'] extends 'client_streaming'
			? (requests: Requests<Method>, options?: RpcCallOptions) => Promise<MessageShape<Method['output']>>
			: (requests: Requests<Method>, options?: RpcCallOptions) => Answers<Method>;

type Requests<Method extends DescMethod> = AsyncIterable<MessageInitShape<Method['input']>> | Iterable<MessageInitShape<Method['input']>>;
type Answers<Method extends DescMethod> = AsyncGenerator<MessageShape<Method['output']>, undefined, undefined>;

/** The client of a service on a channel. Several clients may share one channel. */
export function createClient<Service extends DescService>(service: Service, channel: Channel): RpcClient<Service> {
	return Object.fromEntries(methodsOf(service).map(([name, method]) => [name, callerOf(method, channel)])) as RpcClient<Service>;
}

function callerOf(method: DescMethod, { grpc }: Channel): unknown {
	const { path, requestSerialize: encode, responseDeserialize: decode } = definitionOf(method);
	switch (method.methodKind) {
		case 'unary':
			return async (request: Init, options: RpcCallOptions = {}) =>
				await single(options, (metadata, limits, done) =>
					grpc.makeUnaryRequest(path, encode, decode, create(method.input, request), metadata, limits, done),
				);
		case 'client_streaming':
			return async (requests: Inits, options: RpcCallOptions = {}) =>
				await single(options, (metadata, limits, done, cancellation) => {
					const call = grpc.makeClientStreamRequest(path, encode, decode, metadata, limits, done);
					void send(method, requests, call, cancellation);
					return call;
				});
		case 'server_streaming':
			return (request: Init, options: RpcCallOptions = {}) => {
				const call = grpc.makeServerStreamRequest(path, encode, decode, create(method.input, request), ...sending(options));
				return many(call, new Cancellation(call, options.signal));
			};
		case 'bidi_streaming':
			return (requests: Inits, options: RpcCallOptions = {}) => {
				const call = grpc.makeBidiStreamRequest(path, encode, decode, ...sending(options));
				const cancellation = new Cancellation(call, options.signal);
				void send(method, requests, call, cancellation);
				return many(call, cancellation);
			};
	}
}

/** What `create` makes a message from. */
type Init = Record<string, unknown>;
type Inits = AsyncIterable<Init> | Iterable<Init>;
type Sending = readonly [Metadata, GrpcCallOptions];
type Done = (error: ServiceError | null, value?: Message) => void;

function sending({ metadata = {}, timeout }: RpcCallOptions): Sending {
	return [toMetadata(metadata), timeout === undefined ? {} : { deadline: Date.now() + timeout }];
}

/** A call with one answer. */
async function single(
	options: RpcCallOptions,
	start: (metadata: Metadata, limits: GrpcCallOptions, done: Done, cancellation: Cancellation) => Cancellable,
): Promise<Message> {
	options.signal?.throwIfAborted();
	return await new Promise((resolve, reject) => {
		const cancellation = new Cancellation(undefined, options.signal);
		const done: Done = (error, value) => {
			cancellation.release();
			if (error === null && value !== undefined) resolve(value);
			else reject(cancellation.failureOf(error));
		};
		cancellation.call = start(...sending(options), done, cancellation);
	});
}

/** A call with many answers. */
function many(call: ClientReadableStream<Message>, cancellation: Cancellation): AsyncGenerator<Message, undefined, undefined> {
	// the failure waits for a reader, who may not have come yet
	call.on('error', () => undefined);
	return read(call, cancellation);
}

async function* read(call: ClientReadableStream<Message>, cancellation: Cancellation): AsyncGenerator<Message, undefined, undefined> {
	try {
		for await (const message of call) yield message as Message;
	} catch (error) {
		throw cancellation.failureOf(error as ServiceError);
	} finally {
		cancellation.release();
		call.cancel();
	}
	return undefined;
}

/** Sends requests as fast as they are taken. */
async function send(method: DescMethod, requests: Inits, call: ClientWritableStream<Message>, cancellation: Cancellation): Promise<void> {
	try {
		for await (const request of requests) {
			if (call.destroyed) return;
			if (!call.write(create(method.input, request))) await writable(call);
		}
		call.end();
	} catch (error) {
		cancellation.cancel(error);
	}
}

async function writable(call: ClientWritableStream<Message>): Promise<void> {
	await new Promise<void>((resolve) => void call.once('drain', resolve).once('close', resolve));
}

interface Cancellable {
	cancel(): void;
}

/** Cancels a call when its signal aborts or its requests cannot be made, and remembers why. */
class Cancellation {
	call: Cancellable | undefined;
	readonly #signal: AbortSignal | undefined;
	#why: { readonly reason: unknown } | undefined;

	constructor(call: Cancellable | undefined, signal: AbortSignal | undefined) {
		this.call = call;
		this.#signal = signal;
		if (signal?.aborted === true) this.#abort();
		else signal?.addEventListener('abort', this.#abort, { once: true });
	}

	cancel(reason: unknown): void {
		this.#why ??= { reason };
		this.call?.cancel();
	}

	/** The call has ended. */
	release(): void {
		this.#signal?.removeEventListener('abort', this.#abort);
	}

	/** Why the call failed: for its own reason if it was cancelled here, else for that of the status. */
	failureOf(error: ServiceError | null): unknown {
		if (this.#why !== undefined) return this.#why.reason;
		return fromStatus(error ?? { details: 'the call ended without an answer' });
	}

	readonly #abort = (): void => this.cancel(this.#signal?.reason);
}
