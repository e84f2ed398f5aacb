import { type DescField, type DescMessage, type Message, ScalarType, toBinary } from '@bufbuild/protobuf';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/**
 * The field that makes a type one of pieces of something long, as `common.Data` and its `bytes` are of a file: the only field of
 * bytes that it has, and no alternative to another. Undefined for a type that has none, or several.
 */
export function contentField({ fields }: DescMessage): DescField | undefined {
	const [field, ...more] = fields.filter(({ fieldKind, scalar }) => fieldKind === 'scalar' && scalar === ScalarType.BYTES);
	return more.length > 0 || field?.oneof !== undefined ? undefined : field;
}

/**
 * Writes messages of a type with content, which is copied once, where the library copies it four times: it comes behind the
 * rest, and the order of fields means nothing (protobuf.dev, encoding). The bytes hold until it is called again.
 */
export function contentWriter(type: DescMessage, { localName, number }: DescField): (message: Message) => Uint8Array {
	let memory = new Uint8Array(0);
	return (message) => {
		const content = (message as Message & Readonly<Record<string, unknown>>)[localName];
		if (!(content instanceof Uint8Array) || content.length < leastContent) return toBinary(type, message);
		const rest = toBinary(type, { ...message, [localName]: new Uint8Array(0) });
		const prefix = new BinaryWriter().raw(rest).tag(number, WireType.LengthDelimited).uint32(content.length).finish();
		const length = prefix.length + content.length;
		if (memory.length < length) memory = new Uint8Array(length);
		memory.set(prefix);
		memory.set(content, prefix.length);
		return memory.subarray(0, length);
	};
}

/** Bytes for which it is worth the while. */
const leastContent = 4096;
