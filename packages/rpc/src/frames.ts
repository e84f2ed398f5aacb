import { gunzipSync } from 'node:zlib';
import { RpcError } from './errors.ts';
import { maxMessageSize } from './limits.ts';

/** A message as it travels: a flag byte, four bytes of length, the message (gRPC over HTTP/2, length-prefixed message). */
const prefixLength = 5;

/** Cuts a stream of bytes into gRPC messages. Holds at most one message. */
export class FrameReader {
	#pieces: Buffer[] = [];
	#length = 0;
	/** Bytes of the next message as far as it is known how many it has: until then, of its prefix. */
	#wanted = prefixLength;
	readonly #encoding: string | undefined;

	/** @param encoding of messages that say that they are compressed: none, or gzip (`grpc-encoding`) */
	constructor(encoding?: string) {
		this.#encoding = encoding;
	}

	/**
	 * The messages that this chunk completes, without their prefix.
	 *
	 * @throws RpcError resource-exhausted when one is longer than {@link maxMessageSize}, unimplemented when it is compressed in
	 * another way
	 */
	*push(chunk: Buffer): Generator<Buffer> {
		this.#pieces.push(chunk);
		this.#length += chunk.length;
		while (this.#length >= this.#wanted) {
			const buffer = this.#pieces.length === 1 ? (this.#pieces[0] ?? chunk) : Buffer.concat(this.#pieces, this.#length);
			this.#pieces = [buffer];
			const size = buffer.readUInt32BE(1);
			if (size > maxMessageSize) throw tooLong(size);
			this.#wanted = prefixLength + size;
			if (this.#length < this.#wanted) return;
			const message = buffer.subarray(prefixLength, this.#wanted);
			yield buffer[0] === 0 ? message : inflated(message, this.#encoding);
			this.#length -= this.#wanted;
			this.#pieces = this.#length === 0 ? [] : [buffer.subarray(this.#wanted)];
			this.#wanted = prefixLength;
		}
	}
}

/** A message, ready to travel. */
export function frame(message: Uint8Array): Buffer {
	return Buffer.concat([framePrefix(message.length), message]);
}

/** What goes before a message of so many bytes. */
export function framePrefix(size: number): Buffer {
	const prefix = Buffer.alloc(prefixLength);
	prefix.writeUInt32BE(size, 1);
	return prefix;
}

function inflated(message: Buffer, encoding: string | undefined): Buffer {
	if (encoding !== 'gzip')
		throw new RpcError('unimplemented', `a message is compressed as "${encoding ?? 'identity'}", which is not known here`);
	try {
		return gunzipSync(message, { maxOutputLength: maxMessageSize });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLong(message.length);
		throw new RpcError('internal', 'a message is not what gzip has made', { cause: error });
	}
}

function tooLong(size: number): RpcError {
	return new RpcError('resource-exhausted', `a message of ${size} bytes is over the limit of ${maxMessageSize}`);
}
