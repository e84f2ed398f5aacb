import type { OutgoingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import { numberOf } from './code.ts';
import type { EncodedMessage } from './content.ts';
import type { RpcError } from './errors.ts';
import { framePrefix } from './frames.ts';
import { encodeGrpcMessage } from './grpc-message.ts';

/** The answer to a call (gRPC over HTTP/2, Responses): messages, and a status at the end. What comes after the end is lost. */
export class Answer {
	readonly #stream: ServerHttp2Stream;
	#over = false;

	constructor(stream: ServerHttp2Stream) {
		this.#stream = stream;
	}

	/**
	 * @param sent is called when the message's memory is not needed any more; not when the call ends before
	 * @returns whether more should be sent at once: if not, when the reader has caught up (`drained`)
	 */
	send({ head, content }: EncodedMessage, sent?: () => void): boolean {
		const stream = this.#stream;
		if (this.#over || stream.destroyed) return true;
		if (!stream.headersSent) stream.respond(headers, { waitForTrailers: true });
		const start = Buffer.concat([framePrefix(head.length + (content?.length ?? 0)), head]);
		if (content === undefined) return stream.write(start, sent);
		stream.cork();
		stream.write(start);
		const more = stream.write(content, sent);
		stream.uncork();
		return more;
	}

	/** Calls back when the reader has caught up. */
	drained(done: () => void): void {
		this.#stream.once('drain', done);
	}

	/** Ends the call, well or with an error. */
	end(error?: RpcError): void {
		const stream = this.#stream;
		if (this.#over || stream.destroyed) return;
		this.#over = true;
		if (stream.headersSent) {
			stream.once('wantTrailers', () => {
				stream.sendTrailers(statusOf(error));
				this.#hangUp();
			});
			stream.end();
		} else {
			stream.respond({ ...headers, ...statusOf(error) }, { endStream: true });
			this.#hangUp();
		}
	}

	/** What a caller still says after the status is of no interest, and would keep the stream open: closed a turn later, as the status goes first. */
	#hangUp(): void {
		const stream = this.#stream;
		if (stream.readableEnded) return;
		stream.resume();
		setImmediate(() => stream.close());
	}
}

const headers: OutgoingHttpHeaders = { ':status': 200, 'content-type': 'application/grpc', 'grpc-accept-encoding': 'identity,gzip' };

function statusOf(error: RpcError | undefined): OutgoingHttpHeaders {
	if (error === undefined) return { 'grpc-status': '0' };
	return { 'grpc-status': String(numberOf(error.code)), 'grpc-message': encodeGrpcMessage(error.message) };
}
