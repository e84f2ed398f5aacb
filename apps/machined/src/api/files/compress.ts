import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/**
 * A stream of bytes as gzip has it: a series of members, which a file of gzip may be (RFC 1952, 2.2). What looks like noise (archives,
 * images, keys) is stored in members of its own: to compress it takes twenty times as long as text, and gains nothing.
 */
export async function* compressed(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
	const parts = partsOf(stream as AsyncIterable<Uint8Array>);
	let part = await parts.next();
	while (part.done !== true) {
		const noise = isNoise(part.value);
		const zip = createGzip({ level: noise ? 0 : 1, chunkSize: 4 * partSize });
		const member = async function* (): AsyncGenerator<Uint8Array> {
			for (; part.done !== true && isNoise(part.value) === noise; part = await parts.next()) yield part.value;
		};
		// what fails on the way ends `zip`, and with it the loop
		pipeline(member, zip).catch(() => undefined);
		for await (const bytes of zip) yield bytes as Uint8Array;
	}
}

async function* partsOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
	for await (const chunk of stream) for (let at = 0; at < chunk.length; at += partSize) yield chunk.subarray(at, at + partSize);
	return undefined;
}

/** Whether all values are about as frequent in it as in random bytes; from bytes all over it. Too little to tell is not. */
function isNoise(part: Uint8Array): boolean {
	if (part.length < sampleSize) return false;
	const step = Math.floor(part.length / sampleSize);
	const counts = new Uint16Array(256);
	for (let index = 0; index < sampleSize; index += 1) {
		const value = part[index * step] ?? 0;
		counts[value] = (counts[value] ?? 0) + 1;
	}
	return counts.reduce((sum, count) => sum + count * count, 0) < mostSquares;
}

/** Bytes that are judged together. */
const partSize = 64 * 1024;
const sampleSize = 4096;
/** Of the frequencies of n random bytes the squares sum up to n + n(n-1)/256 on average; of base64, the densest text, to four times that. */
const mostSquares = 1.25 * (sampleSize + (sampleSize * (sampleSize - 1)) / 256);
