import type { DescMethod, DescService, MessageInitShape, MessageShape } from '@bufbuild/protobuf';

/** What a handler knows of its call besides the request. */
export interface Call {
	/** `/package.Service/Method`. */
	readonly path: string;
	/** Aborts when the caller cancels or goes away, and at the deadline of the call. */
	readonly signal: AbortSignal;
	/** IP address of the caller; undefined on a unix socket. */
	readonly peer: string | undefined;
	/** Organisations in the certificate of the caller, which are its roles; none when it has shown none. */
	readonly organisations: readonly string[];
	/** Values that the caller sent under a key. */
	metadata(key: string): readonly string[];
}

/** One function for each method that a server implements; calls of the others are answered with "unimplemented". */
export type Handlers<Service extends DescService> = {
	readonly [Name in keyof Service['method']]?: Handler<Service['method'][Name]>;
};

/**
 * Takes messages or a sequence of them, and returns the same. What it throws becomes the status of the call. Pieces of something
 * long (messages with one field of bytes) have been sent when the next one is asked for: their memory is the handler's again.
 */
export type Handler<Method extends DescMethod> = Method['methodKind'] extends 'unary'
	? (request: MessageShape<Method['input']>, call: Call) => Promise<MessageInitShape<Method['output']>>
	: Method['methodKind'] extends 'server_streaming'
		? (request: MessageShape<Method['input']>, call: Call) => AsyncIterable<MessageInitShape<Method['output']>>
		: Method['methodKind'] extends 'client_streaming'
			? (requests: AsyncIterable<MessageShape<Method['input']>>, call: Call) => Promise<MessageInitShape<Method['output']>>
			: (requests: AsyncIterable<MessageShape<Method['input']>>, call: Call) => AsyncIterable<MessageInitShape<Method['output']>>;
