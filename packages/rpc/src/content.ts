import { type DescField, type DescMessage, type Message, ScalarType, toBinary } from '@bufbuild/protobuf';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** A message as bytes: `content` follows `head`, and is the memory that the message has. */
export interface EncodedMessage {
	readonly head: Uint8Array;
	readonly content?: Uint8Array;
}

/**
 * The field that makes a type one of pieces of something long, as `common.Data` and its `bytes` are of a file: the only field of
 * bytes that it has, and no alternative to another. Undefined for a type that has none, or several.
 */
export function contentField({ fields }: DescMessage): DescField | undefined {
	const [field, ...more] = fields.filter(({ fieldKind, scalar }) => fieldKind === 'scalar' && scalar === ScalarType.BYTES);
	return more.length > 0 || field?.oneof !== undefined ? undefined : field;
}

/** Makes bytes of messages of a type. Large content is not copied, where the library copies it four times. */
export function encoderOf(type: DescMessage): (message: Message) => EncodedMessage {
	const field = contentField(type);
	const whole = (message: Message): EncodedMessage => ({ head: toBinary(type, message) });
	if (field === undefined) return whole;
	const { localName, number } = field;
	return (message) => {
		const content = (message as Message & Readonly<Record<string, unknown>>)[localName];
		if (!(content instanceof Uint8Array) || content.length < leastContent) return whole(message);
		const rest = toBinary(type, { ...message, [localName]: new Uint8Array(0) });
		// behind the rest: the order of fields means nothing (protobuf.dev, encoding)
		const head = new BinaryWriter().raw(rest).tag(number, WireType.LengthDelimited).uint32(content.length).finish();
		return { head, content };
	};
}

/** Bytes that are worth a write of their own. */
const leastContent = 4096;
