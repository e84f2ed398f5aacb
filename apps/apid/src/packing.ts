import { create, toBinary } from '@bufbuild/protobuf';
import { EmptyResponseSchema, EmptySchema, MetadataSchema } from '@ichor/api/common';
import { StatusSchema } from '@ichor/api/rpc-status';
import type { GrpcStatus } from './status.ts';

/**
 * How the answers of several nodes become one: protobuf's concatenation is its merge, so metadata is added by writing
 * bytes in front or behind, and no message is ever decoded.
 *
 * A unary answer is exactly one `repeated X messages = 1` with one X; a stream's message has the metadata itself. In
 * both, `metadata` is field 1.
 */
export function packUnary(hostname: string, message: Buffer): Buffer {
	const inner = unwrapSingle(message);
	const metadata = metadataField({ hostname });
	return lengthDelimited(1, Buffer.concat([metadata, inner]));
}

export function packStreamed(hostname: string, message: Buffer): Buffer {
	return Buffer.concat([message, metadataField({ hostname })]);
}

/** A node's failure as a message of the answer: the call as a whole succeeds, the client finds the error in it. */
export function packError(hostname: string, status: GrpcStatus, streamed: boolean): Buffer {
	const text = `rpc error: code = ${codeNames[status.code] ?? `Code(${status.code})`} desc = ${status.message}`;
	const metadata = create(MetadataSchema, { hostname, error: text, status: create(StatusSchema, status) });
	if (streamed) return Buffer.from(toBinary(EmptySchema, create(EmptySchema, { metadata })));
	return Buffer.from(toBinary(EmptyResponseSchema, create(EmptyResponseSchema, { messages: [create(EmptySchema, { metadata })] })));
}

function metadataField(fields: { readonly hostname: string }): Buffer {
	return lengthDelimited(1, Buffer.from(toBinary(MetadataSchema, create(MetadataSchema, fields))));
}

function unwrapSingle(message: Buffer): Buffer {
	if (message.length === 0) return message;
	const [length, start] = readVarint(message, 1);
	if (message[0] !== fieldTag(1) || start + length !== message.length)
		throw new Error('the answer of a node is not one message in field 1');
	return message.subarray(start);
}

function lengthDelimited(field: number, bytes: Buffer): Buffer {
	return Buffer.concat([Buffer.from([fieldTag(field), ...varint(bytes.length)]), bytes]);
}

/** Wire type 2 is length-delimited (protobuf.dev, encoding). */
function fieldTag(field: number): number {
	return (field << 3) | 2;
}

function varint(value: number): readonly number[] {
	const bytes: number[] = [];
	let rest = value;
	for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
	return [...bytes, rest];
}

function readVarint(buffer: Buffer, from: number): readonly [value: number, next: number] {
	let value = 0;
	for (let at = from, shift = 0; shift < 35; at += 1, shift += 7) {
		const byte = buffer[at];
		if (byte === undefined) break;
		value += (byte & 0x7f) * 2 ** shift;
		if (byte < 0x80) return [value, at + 1];
	}
	throw new Error('the answer of a node ends in the middle of a number');
}

/** As Go's grpc prints them, because the text is part of what clients see. */
const codeNames: readonly string[] = [
	'OK',
	'Canceled',
	'Unknown',
	'InvalidArgument',
	'DeadlineExceeded',
	'NotFound',
	'AlreadyExists',
	'PermissionDenied',
	'ResourceExhausted',
	'FailedPrecondition',
	'Aborted',
	'OutOfRange',
	'Unimplemented',
	'Internal',
	'Unavailable',
	'DataLoss',
	'Unauthenticated',
];
