import { createServer, type IncomingHttpHeaders, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import type { Duplex } from 'node:stream';
import { create, type DescMessage, type DescMethod, type DescService, fromBinary, type Message } from '@bufbuild/protobuf';
import { messageOf } from '@ichor/std';
import { Answer } from './answer.ts';
import { contentField, type EncodedMessage, encoderOf } from './content.ts';
import { RpcError, toRpcError } from './errors.ts';
import type { Call, Handlers } from './handlers.ts';
import { asBytes, methodsOf, pathOf } from './method.ts';
import { Requests } from './requests.ts';
import { ServerCall } from './server-call.ts';

export interface RpcServerOptions {
	/** Called before every handler; what it throws becomes the status of the call. */
	readonly authorize?: (call: Call) => void;
	/** Called after every call, with the error that was sent when it failed. */
	readonly finished?: (call: Call, error: RpcError | undefined) => void;
}

/**
 * Answers gRPC calls on connections that somebody else accepts: see `listenUnix` and `listenTls`. On node:http2 itself: what
 * grpc-js needs besides to send a file is four times as much as the sending (bench/node-read).
 */
export class RpcServer {
	/** It listens nowhere. Its limit of 10 MB for a session is lifted: one connection of apid's carries the calls of all its clients. */
	readonly #http2 = createServer({ maxSessionMemory: Number.MAX_SAFE_INTEGER });
	readonly #sessions = new Set<ServerHttp2Session>();
	readonly #methods = new Map<string, ServedMethod>();
	#closing = false;
	readonly #options: RpcServerOptions;

	constructor(options: RpcServerOptions = {}) {
		this.#options = options;
		this.#http2.on('stream', (stream, headers) => void this.#serve(stream, headers));
		this.#http2.on('session', (session) => {
			this.#sessions.add(session);
			session.once('close', () => this.#sessions.delete(session));
		});
	}

	/** Adds a service. Methods without a handler answer "unimplemented", as services that were not added do. */
	add<Service extends DescService>(service: Service, handlers: Handlers<Service>): this {
		const functions = new Map(Object.entries(handlers as Record<string, AnyHandler | undefined>));
		for (const [name, method] of methodsOf(service)) {
			const handler = functions.get(name);
			if (handler !== undefined) this.#methods.set(pathOf(method), { method, handler, encode: encoderOf(method.output) });
		}
		return this;
	}

	/** Serves a connection until one side closes it. */
	readonly accept = (connection: Duplex): void => {
		if (this.#closing) connection.destroy();
		else this.#http2.emit('connection', connection);
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
		await Promise.race([Promise.all([...this.#sessions].map(closed)), patience.promise]);
		clearTimeout(timer);
		for (const session of this.#sessions) session.destroy();
	}

	async #serve(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): Promise<void> {
		// a stream that breaks is closed, which cancels its call
		stream.on('error', () => undefined);
		if (!(headers['content-type'] ?? '').startsWith('application/grpc')) {
			stream.respond({ ':status': 415 }, { endStream: true });
			return;
		}
		const answer = new Answer(stream);
		const call = new ServerCall(stream, headers, (error) => answer.end(error));
		const served = this.#methods.get(call.path);
		if (served === undefined) {
			call.finish();
			answer.end(new RpcError('unimplemented', `The server does not implement the method ${call.path}`));
			return;
		}
		let failure: RpcError | undefined;
		try {
			this.#options.authorize?.(call);
			await respond(served, call, new Requests(stream, headers), answer);
			if (call.cancelled !== undefined) throw call.cancelled;
		} catch (thrown) {
			failure = toRpcError(thrown);
		}
		call.finish();
		answer.end(failure);
		this.#options.finished?.(call, failure);
	}
}

interface ServedMethod {
	readonly method: DescMethod;
	readonly handler: AnyHandler;
	readonly encode: (message: Message) => EncodedMessage;
}

/** A handler whose types have been forgotten; `add` has checked them. */
type AnyHandler = (input: unknown, call: Call) => unknown;
/** What `create` makes a message from. */
type Init = Record<string, unknown>;

/** Hands the request to the handler, and what that answers to the caller. */
async function respond({ method, handler, encode }: ServedMethod, call: ServerCall, requests: Requests, answer: Answer): Promise<void> {
	const { input, output, methodKind } = method;
	const takesOne = methodKind === 'unary' || methodKind === 'server_streaming';
	const decode = (message: Buffer): Message => decoded(input, message);
	const answers = handler(takesOne ? decode(await requests.single()) : requests.all(decode), call);
	if (methodKind === 'unary' || methodKind === 'client_streaming') {
		answer.send(encode(create(output, (await answers) as Init)));
		return;
	}
	const isInPieces = contentField(output) !== undefined;
	for await (const message of answers as AsyncIterable<Init>) {
		if (call.cancelled !== undefined) return;
		const encoded = encode(create(output, message));
		// a piece at a time: its memory is for the next one, and pieces are large enough not to travel together
		if (isInPieces) await settled(call.signal, (done) => void answer.send(encoded, done));
		else if (!answer.send(encoded)) await settled(call.signal, (done) => answer.drained(done));
	}
}

/** @throws RpcError internal for bytes that are no such message, as Go's server says */
function decoded(type: DescMessage, bytes: Buffer): Message {
	try {
		return fromBinary(type, asBytes(bytes));
	} catch (error) {
		throw new RpcError('internal', `grpc: error unmarshalling request: ${messageOf(error)}`, { cause: error });
	}
}

/** Resolves when what is begun calls back, or the caller waits no more. */
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

/** Ends a session when its last call has. */
async function closed(session: ServerHttp2Session): Promise<void> {
	await new Promise<void>((resolve) => {
		session.once('close', resolve);
		session.close();
	});
}
