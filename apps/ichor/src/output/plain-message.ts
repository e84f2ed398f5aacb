import type { DescField, DescMessage, Message, MessageShape } from '@bufbuild/protobuf';
import { type Timestamp, timestampDate } from '@bufbuild/protobuf/wkt';
import { enumName } from './enum-name.ts';

/** What JSON and YAML have words for. */
export type PlainRecord = Readonly<Record<string, unknown>>;

/**
 * A node's message for programs: every field under its name in protobuf's JSON mapping, also one that is empty. Unlike there,
 * all numbers are numbers. Enumerations are names, bytes base64, times RFC 3339. Which node sent it is not part of it.
 *
 * Identifiers of 64 bits do not fit into a number of JSON: whoever has one puts its text in its place.
 */
export function plainMessage<Desc extends DescMessage>(schema: Desc, message: MessageShape<Desc>): PlainRecord {
	return plainFields(schema, message);
}

function plainFields({ fields }: DescMessage, message: Message): PlainRecord {
	const values = message as unknown as Readonly<Record<string, unknown>>;
	return Object.fromEntries(
		fields.filter(({ name }) => name !== 'metadata').map((field) => [field.jsonName, plainField(field, values[field.localName])]),
	);
}

function plainField(field: DescField, value: unknown): unknown {
	if (field.fieldKind === 'list') return (value as readonly unknown[]).map((item) => plainValue(field.listKind, field, item));
	if (field.fieldKind !== 'map') return plainValue(field.fieldKind, field, value);
	const entries = Object.entries(value as Readonly<Record<string, unknown>>);
	return Object.fromEntries(entries.map(([key, item]) => [key, plainValue(field.mapKind, field, item)]));
}

function plainValue(kind: 'scalar' | 'enum' | 'message', { enum: values, message: schema }: DescField, value: unknown): unknown {
	if (kind === 'enum' && values !== undefined) return enumName(values, value as number);
	if (kind === 'message' && schema !== undefined) return value === undefined ? undefined : plainMember(schema, value as Message);
	if (typeof value === 'bigint') return Number(value);
	return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}

function plainMember(schema: DescMessage, message: Message): unknown {
	return schema.typeName === 'google.protobuf.Timestamp' ? timestampDate(message as Timestamp).toISOString() : plainFields(schema, message);
}
