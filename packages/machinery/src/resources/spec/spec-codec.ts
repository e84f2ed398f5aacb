import { create, type DescMessage, fromBinary, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import type { ResourceType, SpecCodec } from '@ichor/runtime';
import { bindRecord } from './composites.ts';
import type { Binding, Field, Fields, RecordOf, Shape } from './field.ts';

/** A codec that says what people see. */
export interface ShapedCodec<Spec> extends SpecCodec<Spec> {
	readonly shape: Shape;
}

/** A codec that says which message it reads and writes, too. */
export interface MessageCodec<Spec> extends ShapedCodec<Spec> {
	readonly message: DescMessage;
}

/**
 * The codec of a spec, out of what its fields are: plain data in the process, the message on the wire, and in print the
 * fields in the order in which they are given.
 *
 * @throws DefinitionError when a field does not fit the message
 */
export function specCodec<F extends Fields>(schema: DescMessage, fields: F): MessageCodec<RecordOf<F>> {
	return codecOf(schema, { kind: 'record', fields }, bindRecord(fields, schema));
}

/** The codec of a spec that is a single field of its message: a word, a list. */
export function valueCodec<Value>(schema: DescMessage, field: Field<Value>): MessageCodec<Value> {
	return codecOf(schema, field.shape, field.bind({ kind: 'message', message: schema }));
}

/** The spec of a type of resource. */
export type SpecOf<Type> = Type extends ResourceType<infer Spec> ? Spec : never;

function codecOf<Value>(schema: DescMessage, shape: Shape, binding: Binding<Value>): MessageCodec<Value> {
	return {
		message: schema,
		shape,
		// the binding knows the message; the types have forgotten which it was
		encode: (value) => toBinary(schema, create(schema, binding.encode(value) as MessageInitShape<DescMessage>)),
		decode: (bytes) => binding.decode(fromBinary(schema, bytes)),
		view: (value) => binding.view(value),
	};
}
