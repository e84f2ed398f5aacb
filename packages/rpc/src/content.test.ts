import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { create, fromBinary } from '@bufbuild/protobuf';
import { DataSchema, MetadataSchema } from '@ichor/api/common';
import { WatchRequestSchema } from '@ichor/api/cosi';
import { RangeRequestSchema, SnapshotResponseSchema } from '@ichor/api/etcd';
import { DebugContainerRunResponseSchema } from '@ichor/api/machine/debug';
import { contentField, encoderOf } from './content.ts';

describe('content', () => {
	test('is the only field of bytes, and always there', () => {
		assert.equal(contentField(DataSchema)?.name, 'bytes');
		assert.equal(contentField(SnapshotResponseSchema)?.name, 'blob');
		for (const type of [MetadataSchema, RangeRequestSchema, WatchRequestSchema, DebugContainerRunResponseSchema]) {
			assert.equal(contentField(type), undefined, type.typeName);
		}
	});

	test('of every size is read with what is beside it, and large content is not copied', () => {
		const encode = encoderOf(DataSchema);
		for (const size of [0, 1, 4095, 4096, 300_000, 16_383, 16_384, 2_097_152]) {
			const message = create(DataSchema, { metadata: { hostname: 'node-1' }, bytes: new Uint8Array(size).fill(size % 251) });
			const { head, content } = encode(message);
			assert.ok(content === undefined || content === message.bytes);
			assert.deepEqual(fromBinary(DataSchema, new Uint8Array([...head, ...(content ?? [])])), message);
		}
	});
});
