import { type ClientHttp2Session, constants, type IncomingHttpHeaders, type OutgoingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { cancelCall } from './backends.ts';
import { connectionFailure } from './connection-failure.ts';
import { grpcCodes, refuse } from './status.ts';

/** Carries one call to one place and its answer back, both untouched; only the headers are `headers`. */
export function pipeCall(stream: ServerHttp2Stream, session: ClientHttp2Session, headers: OutgoingHttpHeaders): void {
	const upstream = session.request(headers);
	let trailers: IncomingHttpHeaders | undefined;

	const fail = (error: Error): void => {
		if (stream.headersSent) stream.close(constants.NGHTTP2_INTERNAL_ERROR);
		else refuse(stream, connectionFailure(error));
	};
	upstream.on('error', fail);
	upstream.on('trailers', (received) => {
		trailers = received;
	});
	upstream.on('response', (received, flags) => {
		if (stream.destroyed || stream.headersSent) return;
		const ends = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
		stream.respond(withoutConnectionFields(received), ends ? { endStream: true } : { waitForTrailers: true });
		if (ends) return;
		stream.on('wantTrailers', () => {
			if (!stream.destroyed) stream.sendTrailers(trailers === undefined ? lostAnswer : withoutConnectionFields(trailers));
		});
		upstream.pipe(stream);
	});
	stream.on('error', () => cancelCall(upstream));
	stream.on('close', () => {
		cancelCall(upstream, stream.rstCode === 0 ? undefined : stream.rstCode);
	});
	stream.pipe(upstream);
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
