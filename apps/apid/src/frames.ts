import { maxMessageSize } from './constants.ts';

/** A message as it travels: a flag byte, four bytes of length, the message (gRPC over HTTP/2, length-prefixed message). */
const prefixLength = 5;

/** Cuts a stream of bytes into gRPC messages. Holds at most one message. */
export class FrameReader {
	#pieces: Buffer[] = [];
	#length = 0;

	/**
	 * The messages that this chunk completes, without their prefix.
	 *
	 * @throws Error when a message is compressed or longer than {@link maxMessageSize}
	 */
	*push(chunk: Buffer): Generator<Buffer> {
		this.#pieces.push(chunk);
		this.#length += chunk.length;
		while (this.#length >= prefixLength) {
			const buffer = this.#pieces.length === 1 ? (this.#pieces[0] ?? chunk) : Buffer.concat(this.#pieces, this.#length);
			const size = buffer.readUInt32BE(1);
			if (buffer[0] !== 0) throw new Error('a compressed message cannot be packed');
			if (size > maxMessageSize) throw new Error(`a message of ${size} bytes is over the limit of ${maxMessageSize}`);
			this.#pieces = [buffer];
			if (this.#length < prefixLength + size) return;
			yield buffer.subarray(prefixLength, prefixLength + size);
			this.#length -= prefixLength + size;
			this.#pieces = this.#length === 0 ? [] : [buffer.subarray(prefixLength + size)];
		}
	}
}

export function frame(message: Uint8Array): Buffer {
	const prefix = Buffer.alloc(prefixLength);
	prefix.writeUInt32BE(message.length, 1);
	return Buffer.concat([prefix, message]);
}
