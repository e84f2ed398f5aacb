import {
	type ClientHttp2Session,
	type ClientHttp2Stream,
	constants,
	type IncomingHttpHeaders,
	type OutgoingHttpHeaders,
	type ServerHttp2Stream,
} from 'node:http2';
import { cancelCall, wasRefused } from './backends.ts';
import { connectionFailure } from './connection-failure.ts';
import { mostKept } from './constants.ts';
import { grpcCodes, refuse } from './status.ts';
import { openCall } from './stream-window.ts';

/**
 * Carries one call to one place and its answer back, both untouched; only the headers are `headers`. A call that the place
 * refused to begin, because its connection was about to end, is begun once more on another one.
 */
export function pipeCall(stream: ServerHttp2Stream, open: () => ClientHttp2Session, headers: OutgoingHttpHeaders): void {
	const begun = new BegunRequest(stream);
	let isRepeated = false;
	let upstream = begin();
	stream.on('error', () => cancelCall(upstream));
	stream.on('close', () => {
		cancelCall(upstream, stream.rstCode === 0 ? undefined : stream.rstCode);
	});

	function begin(): ClientHttp2Stream {
		const call = openCall(open(), headers);
		call.on('error', (error) => {
			if (wasRefused(call) && begun.isWhole && !isRepeated) setImmediate(beginAgain, call);
			else fail(error);
		});
		call.on('response', (received, flags) => {
			begun.answered();
			answer(stream, call, received, flags);
		});
		begun.sendTo(call);
		return call;
	}

	/** A turn later, when it is known that the connection of the call takes no others. */
	function beginAgain(refused: ClientHttp2Stream): void {
		if (stream.destroyed) return;
		isRepeated = true;
		stream.unpipe(refused);
		try {
			upstream = begin();
		} catch (error) {
			fail(error);
		}
	}

	function fail(error: unknown): void {
		if (stream.headersSent) stream.close(constants.NGHTTP2_INTERNAL_ERROR);
		else refuse(stream, connectionFailure(error));
	}
}

/** The beginning of a request, kept until there is an answer: it may have to be sent again. */
class BegunRequest {
	readonly #stream: ServerHttp2Stream;
	#sent: Buffer[] | undefined = [];
	#size = 0;

	constructor(stream: ServerHttp2Stream) {
		this.#stream = stream;
		stream.on('data', this.#keep);
	}

	/** Whether all that there has been is still here: not after an answer, nor when it was too large to keep. */
	get isWhole(): boolean {
		return this.#sent !== undefined;
	}

	/** Sends what there has been, then what comes. */
	sendTo(call: ClientHttp2Stream): void {
		for (const chunk of this.#sent ?? []) call.write(chunk);
		if (this.#stream.readableEnded) call.end();
		else this.#stream.pipe(call);
	}

	answered(): void {
		this.#sent = undefined;
		this.#stream.off('data', this.#keep);
	}

	readonly #keep = (chunk: Buffer): void => {
		this.#size += chunk.length;
		if (this.#size > mostKept) this.answered();
		else this.#sent?.push(chunk);
	};
}

function answer(stream: ServerHttp2Stream, call: ClientHttp2Stream, received: IncomingHttpHeaders, flags: number): void {
	if (stream.destroyed || stream.headersSent) return;
	const ends = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
	stream.respond(withoutConnectionFields(received), ends ? { endStream: true } : { waitForTrailers: true });
	if (ends) return;
	let trailers: IncomingHttpHeaders | undefined;
	call.on('trailers', (last) => {
		trailers = last;
	});
	stream.on('wantTrailers', () => {
		if (!stream.destroyed) stream.sendTrailers(trailers === undefined ? lostAnswer : withoutConnectionFields(trailers));
	});
	call.pipe(stream);
}

/** A call's headers for the next hop: the client's metadata without what this hop consumed, and what this hop says. */
export function forwardedHeaders(received: IncomingHttpHeaders, added: OutgoingHttpHeaders): OutgoingHttpHeaders {
	const headers: OutgoingHttpHeaders = {};
	for (const [name, value] of Object.entries(received)) {
		if (!name.startsWith(':') && !consumed.has(name)) headers[name] = value;
	}
	return { ...headers, ':method': 'POST', ':path': received[':path'], ...added };
}

/** Routing metadata, and what a client must not be able to say for itself. */
const consumed = new Set(['node', 'nodes', 'proxyfrom', 'talos-role', 'host']);

function withoutConnectionFields(received: IncomingHttpHeaders): OutgoingHttpHeaders {
	const headers: OutgoingHttpHeaders = {};
	for (const [name, value] of Object.entries(received)) if (!name.startsWith(':')) headers[name] = value;
	return received[':status'] === undefined ? headers : { ...headers, ':status': received[':status'] };
}

const lostAnswer: OutgoingHttpHeaders = { 'grpc-status': String(grpcCodes.unavailable), 'grpc-message': 'the answer broke off' };
