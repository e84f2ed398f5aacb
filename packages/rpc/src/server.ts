import type { Duplex } from 'node:stream';
import { create, type DescMethod, type DescService, type Message } from '@bufbuild/protobuf';
import { type ConnectionInjector, Server, ServerCredentials, type ServerWritableStream, type UntypedHandleCall } from '@grpc/grpc-js';
import { numberOf } from './code.ts';
import { contentField } from './content.ts';
import { type RpcError, toRpcError } from './errors.ts';
import type { Call, Handlers } from './handlers.ts';
import { channelOptions } from './limits.ts';
import { definitionOf, methodsOf } from './method.ts';
import { ServerCall, type SurfaceCall } from './server-call.ts';

export interface RpcServerOptions {
	/** Called before every handler; what it throws becomes the status of the call. */
	readonly authorize?: (call: Call) => void;
	/** Called after every call, with the error that was sent when it failed. */
	readonly finished?: (call: Call, error: RpcError | undefined) => void;
}

/** Answers gRPC calls on connections that somebody else accepts: see `listenUnix` and `listenTls`. */
export class RpcServer {
	readonly #server = new Server(channelOptions);
	readonly #injector: ConnectionInjector;
	readonly #open = new Set<Duplex>();
	#closing = false;
	readonly #options: RpcServerOptions;

	constructor(options: RpcServerOptions = {}) {
		this.#options = options;
		// what a connection is protected by is its listener's business
		this.#injector = this.#server.createConnectionInjector(ServerCredentials.createInsecure());
	}

	/** Adds a service. Methods without a handler answer "unimplemented", as services that were not added do. */
	add<Service extends DescService>(service: Service, handlers: Handlers<Service>): this {
		const functions = new Map(Object.entries(handlers as Record<string, AnyHandler | undefined>));
		for (const [name, method] of methodsOf(service)) {
			const handler = functions.get(name);
			if (handler === undefined) continue;
			const { path, responseSerialize, requestDeserialize, requestStream, responseStream } = definitionOf(method);
			const type = requestStream ? (responseStream ? 'bidi' : 'clientStream') : responseStream ? 'serverStream' : 'unary';
			const handle = responseStream ? this.#streaming(method, handler, requestStream) : this.#single(method, handler, requestStream);
			this.#server.register(path, handle as never, responseSerialize, requestDeserialize, type);
		}
		return this;
	}

	/** Serves a connection until one side closes it. */
	readonly accept = (connection: Duplex): void => {
		if (this.#closing) {
			connection.destroy();
			return;
		}
		this.#open.add(connection);
		connection.once('close', () => this.#open.delete(connection));
		this.#injector.injectConnection(connection);
	};

	/**
	 * Takes no more calls, lets those that run finish, and closes every connection.
	 *
	 * @param grace milliseconds after which calls that still run are cancelled; at once unless told otherwise
	 */
	async close(grace = 0): Promise<void> {
		this.#closing = true;
		const patience = Promise.withResolvers<void>();
		const timer = setTimeout(patience.resolve, grace);
		await Promise.race([this.#closeGently(), patience.promise]);
		clearTimeout(timer);
		this.#server.forceShutdown();
		for (const connection of this.#open) connection.destroy();
	}

	/** Every session ends when its last call has; then the other side, having read the last answer, closes the connection. */
	async #closeGently(): Promise<void> {
		await new Promise((resolve) => this.#server.tryShutdown(resolve));
		await Promise.all([...this.#open].map(async (connection) => await new Promise((resolve) => connection.once('close', resolve))));
	}

	/** Calls that end with one message. */
	#single(method: DescMethod, handler: AnyHandler, requestStream: boolean): UntypedHandleCall {
		return ((surface: SurfaceCall, callback: SendOne) => {
			const call = new ServerCall(surface);
			void this.#answer(method, handler, call, requestStream ? surface : surface.request, callback);
		}) as UntypedHandleCall;
	}

	async #answer(method: DescMethod, handler: AnyHandler, call: ServerCall, input: unknown, callback: SendOne): Promise<void> {
		try {
			this.#options.authorize?.(call);
			callback(null, create(method.output, (await handler(input, call)) as Init));
		} catch (thrown) {
			callback(this.#fail(call, thrown));
			return;
		}
		this.#options.finished?.(call, undefined);
	}

	/** Calls that end with a stream of messages. */
	#streaming(method: DescMethod, handler: AnyHandler, requestStream: boolean): UntypedHandleCall {
		return ((surface: SurfaceCall & Sink) => {
			const call = new ServerCall(surface);
			void this.#stream(method, handler, call, requestStream ? surface : surface.request, surface);
		}) as UntypedHandleCall;
	}

	async #stream(method: DescMethod, handler: AnyHandler, call: ServerCall, input: unknown, sink: Sink): Promise<void> {
		const { signal } = call;
		const isInPieces = contentField(method.output) !== undefined;
		try {
			this.#options.authorize?.(call);
			for await (const message of handler(input, call) as AsyncIterable<Init>) {
				if (signal.aborted) break;
				const answer = create(method.output, message);
				// one piece at a time: its memory is for the next one, and pieces are large enough not to travel together
				if (isInPieces) await settled(signal, (done) => sink.write(answer, done));
				else if (!sink.write(answer)) await settled(signal, (done) => sink.once('drain', done));
			}
			signal.throwIfAborted();
		} catch (thrown) {
			sink.emit('error', this.#fail(call, thrown));
			return;
		}
		sink.end();
		this.#options.finished?.(call, undefined);
	}

	#fail(call: ServerCall, thrown: unknown): object {
		const error = toRpcError(thrown);
		this.#options.finished?.(call, error);
		return { code: numberOf(error.code), details: error.message };
	}
}

type Sink = ServerWritableStream<unknown, Message>;
type SendOne = (error: object | null, message?: Message) => void;

/** What `create` makes a message from. */
type Init = Record<string, unknown>;

/** A handler whose types have been forgotten; `add` has checked them. */
type AnyHandler = (input: unknown, call: Call) => unknown;

/** Resolves when what is begun calls back, or nothing needs to be sent any more. */
async function settled(signal: AbortSignal, begin: (done: () => void) => void): Promise<void> {
	await new Promise<void>((resolve) => {
		const done = (): void => {
			signal.removeEventListener('abort', done);
			resolve();
		};
		if (signal.aborted) return resolve();
		signal.addEventListener('abort', done, { once: true });
		begin(done);
	});
}
