import { emit } from '../yaml/emit.ts';
import { outputOf } from '../yaml/from-value.ts';
import { compareKeys } from '../yaml/key-order.ts';
import { type OutputNode, type OutputPair, outputMap, outputPlain, outputSeq, outputString } from '../yaml/output.ts';
import type { ConfigDocument, ConfigValue, MachineConfig } from './document.ts';
import { codecOf } from './scalars/index.ts';
import type { FieldSchema, StructSchema, TypeSchema } from './schema/schema.ts';
import { isZeroField, type StructValue } from './schema/zero.ts';

/**
 * The canonical text of a configuration, without comments: byte for byte what upstream's encoder prints. Documents
 * stand in their order, `---` between them.
 */
export function encodeConfig(config: MachineConfig): string {
	return config.documents.map(encodeDocument).join('---\n');
}

/** The canonical text of one document, without comments. */
export function encodeDocument({ definition, value }: ConfigDocument): string {
	return emit(definition === undefined ? outputOf(value as ConfigValue) : outputOfStruct(definition.schema, value as StructValue));
}

/** A struct with its fields in the schema's order, without those that `omitEmpty` leaves out. */
export function outputOfStruct(schema: StructSchema, value: StructValue): OutputNode {
	const pairs: OutputPair[] = [];
	for (const field of schema.fields) {
		const child = value[field.name];
		if (field.omitEmpty === true && isZeroField(field, child)) continue;
		pairs.push({ key: outputString(field.name), value: outputOfField(field, child) });
	}
	return { type: 'map', pairs };
}

/** A field's value; an absent one prints as Go's zero value, or as null when it is a pointer. */
export function outputOfField(field: FieldSchema, value: ConfigValue | undefined): OutputNode {
	return field.nullable === true && value === undefined ? outputPlain('null') : outputOfTyped(field.type, value);
}

/** A value of a type; an absent one is Go's zero value, and null a pointer to nothing. */
export function outputOfTyped(type: TypeSchema, value: ConfigValue | undefined): OutputNode {
	if (value === null) return outputPlain('null');
	switch (type.of) {
		case 'scalar': {
			const codec = codecOf(type);
			return codec.output(value ?? codec.zero);
		}
		case 'struct':
			return outputOfStruct(type.struct, (value ?? {}) as StructValue);
		case 'list':
			return outputSeq(((value ?? []) as readonly ConfigValue[]).map((item) => outputOfTyped(type.item, item)));
		case 'map':
			return outputOfMap(type.value, (value ?? {}) as StructValue);
		case 'any':
			return outputOf(value ?? {});
	}
}

function outputOfMap(type: TypeSchema, map: StructValue): OutputNode {
	const keys = Object.keys(map).sort(compareKeys);
	return outputMap(keys.map((key) => [key, outputOfTyped(type, map[key])]));
}
