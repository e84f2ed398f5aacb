import type { ConfigDocument, ConfigValue, MachineConfig } from './document.ts';
import { redactedKey } from './scalars/base64.ts';
import type { FieldSchema, StructSchema, TypeSchema } from './schema/schema.ts';
import type { StructValue } from './schema/zero.ts';

/**
 * A configuration without its secrets: every field that the schema marks and that is not empty holds the replacement.
 * A key in base64 shows `******` as it is, and any other replacement in base64. Documents of unknown kinds are passed
 * on as they are.
 */
export function redactConfig(config: MachineConfig, replacement: string = redactedKey): MachineConfig {
	return { documents: config.documents.map((document) => redactDocument(document, replacement)) };
}

/** A document without its secrets, as {@link redactConfig} does it. */
export function redactDocument(document: ConfigDocument, replacement: string = redactedKey): ConfigDocument {
	const { definition } = document;
	if (definition === undefined) return document;
	const value = redactStruct(definition.schema, document.value as StructValue, replacement);
	return { ...document, value: definition.redact?.(value, replacement) ?? value };
}

function redactStruct(schema: StructSchema, value: StructValue, replacement: string): StructValue {
	const redacted: StructValue = { ...value };
	for (const field of schema.fields) {
		const child = value[field.name];
		if (child !== undefined && child !== null) redacted[field.name] = redactField(field, child, replacement);
	}
	return redacted;
}

function redactField(field: FieldSchema, value: ConfigValue, replacement: string): ConfigValue {
	if (field.secret !== true) return redactValue(field.type, value, replacement);
	if (value === '') return value;
	const isBase64 = field.type.of === 'scalar' && field.type.scalar.startsWith('[]uint8');
	return isBase64 && replacement !== redactedKey ? base64Of(replacement) : replacement;
}

function redactValue(type: TypeSchema, value: ConfigValue, replacement: string): ConfigValue {
	if (value === null) return value;
	switch (type.of) {
		case 'struct':
			return redactStruct(type.struct, value as StructValue, replacement);
		case 'list':
			return (value as readonly ConfigValue[]).map((item) => redactValue(type.item, item, replacement));
		case 'map':
			return redactMap(type.value, value as StructValue, replacement);
		default:
			return value;
	}
}

function redactMap(type: TypeSchema, map: StructValue, replacement: string): StructValue {
	const redacted: StructValue = Object.create(null);
	for (const [key, value] of Object.entries(map)) redacted[key] = value === undefined ? value : redactValue(type, value, replacement);
	return redacted;
}

function base64Of(text: string): string {
	return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
