/** The Castagnoli checksum (RFC 3720, B.4) of bytes that come one after another. */
export class Crc32c {
	#state = 0xffffffff;

	update(bytes: Uint8Array): void {
		let state = this.#state;
		for (let index = 0; index < bytes.length; index++) state = (table[(state ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (state >>> 8);
		this.#state = state;
	}

	/** The checksum of everything so far. */
	get value(): number {
		return (this.#state ^ 0xffffffff) >>> 0;
	}
}

/** By the reflected polynomial of CRC-32C. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let remainder = byte;
	for (let bit = 0; bit < 8; bit++) remainder = (remainder & 1) === 1 ? (remainder >>> 1) ^ 0x82f63b78 : remainder >>> 1;
	return remainder;
});
