import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { DataSchema } from '@ichor/api/common';
import { VersionResponseSchema } from '@ichor/api/machine/version';
import { FrameReader, frame } from '@ichor/rpc';
import fc from 'fast-check';
import { packError, packStreamed, packUnary } from './packing.ts';

test('the answers of several nodes are one answer after packing', () => {
	const answer = (tag: string) =>
		Buffer.from(toBinary(VersionResponseSchema, create(VersionResponseSchema, { messages: [{ version: { tag } }] })));
	const joined = Buffer.concat([
		packUnary('a', answer('v1')),
		packUnary('b', answer('v2')),
		packError('c', { code: 14, message: 'gone' }, false),
	]);
	const { messages } = fromBinary(VersionResponseSchema, joined);
	assert.deepEqual(
		messages.map(({ metadata, version }) => [metadata?.hostname, version?.tag, metadata?.error]),
		[
			['a', 'v1', ''],
			['b', 'v2', ''],
			['c', undefined, 'rpc error: code = Unavailable desc = gone'],
		],
	);
});

test('a streamed message keeps its content and gains its node', () => {
	const message = fromBinary(
		DataSchema,
		packStreamed('a', Buffer.from(toBinary(DataSchema, create(DataSchema, { bytes: Buffer.from('x') })))),
	);
	assert.equal(message.metadata?.hostname, 'a');
	assert.equal(Buffer.from(message.bytes).toString(), 'x');
});

test('frames survive any cutting', () => {
	fc.assert(
		fc.property(
			fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }),
			fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1 }),
			(messages, cuts) => {
				const bytes = Buffer.concat(messages.map(frame));
				const reader = new FrameReader();
				const read: Buffer[] = [];
				for (let at = 0, i = 0; at < bytes.length; i += 1) {
					const cut = cuts[i % cuts.length] ?? 1;
					for (const message of reader.push(bytes.subarray(at, at + cut))) read.push(Buffer.from(message));
					at += cut;
				}
				assert.deepEqual(
					read,
					messages.map((message) => Buffer.from(message)),
				);
			},
		),
	);
});

test('an oversize frame is refused before it is read', () => {
	const prefix = Buffer.from([0, 0xff, 0xff, 0xff, 0xff]);
	assert.throws(() => [...new FrameReader().push(prefix)], /over the limit/);
});
