import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inPieces } from './pieces.ts';

test('whatever it comes in, it goes in pieces of one size', async () => {
	const whole = Uint8Array.from({ length: 12 }, (_, index) => index);
	for (let chunkSize = 1; chunkSize <= 13; chunkSize++) {
		for (let size = 1; size <= 13; size++) {
			const pieces = await all(inPieces(chunksOf(whole, chunkSize), size));
			assert.deepEqual(pieces, await all(chunksOf(whole, size)));
		}
	}
});

test('of nothing there is no piece', async () => {
	assert.deepEqual(await all(inPieces(chunksOf(new Uint8Array(0), 1), 4)), []);
});

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function all(stream: AsyncIterable<Uint8Array>): Promise<readonly Uint8Array[]> {
	const pieces: Uint8Array[] = [];
	for await (const piece of stream) pieces.push(piece);
	return pieces;
}
