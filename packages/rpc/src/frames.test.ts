import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { FrameReader, frame } from './frames.ts';

describe('compressed messages', () => {
	const compressed = (message: Buffer): Buffer => {
		const framed = frame(message);
		framed[0] = 1;
		return framed;
	};

	test('are read when they are of gzip and say so', () => {
		const framed = Buffer.concat([compressed(gzipSync('one')), frame(Buffer.from('two'))]);
		assert.deepEqual([...new FrameReader('gzip').push(framed)].map(String), ['one', 'two']);
	});

	test('are refused when nobody said how, or in another way', () => {
		for (const encoding of [undefined, 'identity', 'snappy']) {
			assert.throws(() => [...new FrameReader(encoding).push(compressed(gzipSync('one')))], { code: 'unimplemented' });
		}
	});

	test('are refused when they are broken, or would be longer than any', () => {
		assert.throws(() => [...new FrameReader('gzip').push(compressed(Buffer.from('one')))], { code: 'internal' });
		const bomb = gzipSync(Buffer.alloc((32 << 20) + 1));
		assert.throws(() => [...new FrameReader('gzip').push(compressed(bomb))], { code: 'resource-exhausted' });
	});
});

test('a message in thousands of chunks is copied when its length is known and when it is there', (context) => {
	const framed = frame(Buffer.alloc(16 << 20, 'x'));
	const reader = new FrameReader();
	const messages: Buffer[] = [];
	const copies = context.mock.method(Buffer, 'concat');
	for (let at = 0; at < framed.length; at += 4096) messages.push(...reader.push(framed.subarray(at, at + 4096)));
	assert.ok(copies.mock.callCount() <= 2);
	assert.deepEqual(messages, [framed.subarray(5)]);
});
