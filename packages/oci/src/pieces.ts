/** The same bytes in pieces of one size, in bytes, but for the last, which is what is left. A piece shares no memory with what came. */
export async function* inPieces(stream: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
	let piece = new Uint8Array(size);
	let filled = 0;
	for await (const chunk of stream) {
		for (let from = 0; from < chunk.length; ) {
			const part = chunk.subarray(from, from + size - filled);
			piece.set(part, filled);
			from += part.length;
			filled += part.length;
			if (filled < size) continue;
			yield piece;
			piece = new Uint8Array(size);
			filled = 0;
		}
	}
	if (filled > 0) yield piece.subarray(0, filled);
}
