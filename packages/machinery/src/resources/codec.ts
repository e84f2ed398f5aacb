import { create, type DescMessage, fromBinary, type MessageInitShape, type MessageShape, toBinary } from '@bufbuild/protobuf';
import type { MessageCodec } from './spec/index.ts';

/**
 * The codec of a spec that is plain data as people see it: its keys are the printed ones, its enums and addresses text.
 *
 * @param toMessage what the message on the wire is made from
 */
export function messageCodec<Schema extends DescMessage, Spec>(
	schema: Schema,
	toMessage: (spec: Spec) => MessageInitShape<Schema>,
	fromMessage: (message: MessageShape<Schema>) => Spec,
): MessageCodec<Spec> {
	return {
		message: schema,
		shape: { kind: 'text' },
		encode: (spec) => toBinary(schema, create(schema, toMessage(spec))),
		decode: (bytes) => fromMessage(fromBinary(schema, bytes)),
		view: (spec) => spec,
	};
}
