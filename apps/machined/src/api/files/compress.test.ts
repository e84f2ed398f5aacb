import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { compressed } from './compress.ts';

async function zipped(...chunks: readonly Buffer[]): Promise<Buffer> {
	const source = async function* () {
		yield* chunks;
	};
	const out: Uint8Array[] = [];
	for await (const bytes of compressed(source())) out.push(bytes);
	return Buffer.concat(out);
}

const text = Buffer.alloc(300_000, 'what a log may say, again and again\n');
const noise = randomBytes(300_000);

test('what was compressed is what comes out, in any order of text and noise', async () => {
	for (const chunks of [[text], [noise], [text, noise, noise, text], [noise.subarray(0, 10), text, noise, text.subarray(0, 1)]]) {
		assert.deepEqual(gunzipSync(await zipped(...chunks)), Buffer.concat(chunks));
	}
});

test('text gets small, noise no larger than it must', async () => {
	assert.ok((await zipped(text)).length < text.length / 100);
	assert.ok((await zipped(Buffer.from(noise.toString('base64')))).length < noise.length * 1.1);
	assert.ok((await zipped(noise)).length < noise.length * 1.001);
});

test('what fails on the way fails the stream', async () => {
	const source = async function* () {
		yield text;
		throw new Error('gone');
	};
	await assert.rejects(async () => {
		for await (const _ of compressed(source()));
	}, /gone/);
});
