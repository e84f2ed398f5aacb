/** DNS over TCP (RFC 7766 8): every message after its length. */
export function framed(message: Uint8Array): Uint8Array {
	const frame = new Uint8Array(message.length + 2);
	new DataView(frame.buffer).setUint16(0, message.length);
	frame.set(message, 2);
	return frame;
}

/** Puts messages together from what a connection brings. Never holds more than one message that is not whole. */
export class Frames {
	#rest: Buffer = Buffer.alloc(0);

	/** The messages that are whole now. */
	*push(chunk: Uint8Array): Iterable<Uint8Array> {
		this.#rest = Buffer.concat([this.#rest, chunk]);
		while (this.#rest.length >= 2) {
			const end = 2 + this.#rest.readUInt16BE(0);
			if (this.#rest.length < end) return;
			const message = this.#rest.subarray(2, end);
			this.#rest = this.#rest.subarray(end);
			yield message;
		}
	}
}
