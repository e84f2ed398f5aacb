import { type EmitProfile, emit } from '../yaml/emit.ts';
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
 *
 * @param profile whose encoder: that of 1.14, whose documents these are, unless a command of 1.13 prints them
 */
export function encodeConfig(config: MachineConfig, profile: EmitProfile = 'config'): string {
	return config.documents.map((document) => encodeDocument(document, profile)).join('---\n');
}

/** The canonical text of one document, without comments. */
export function encodeDocument({ definition, value }: ConfigDocument, profile: EmitProfile = 'config'): string {
	return emit(definition === undefined ? outputOf(value as ConfigValue) : outputOfStruct(definition.schema, value as StructValue), profile);
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
			return outputOfList(type, (value ?? []) as readonly ConfigValue[], (item) => outputOfTyped(type.item, item));
		case 'map':
			return outputOfMap(type.value, (value ?? {}) as StructValue);
		case 'any':
			return outputOf(value ?? {});
	}
}

/** A list, on one line in brackets where its type says so. */
export function outputOfList(
	{ flow = false }: { readonly flow?: boolean },
	items: readonly ConfigValue[],
	output: (item: ConfigValue) => OutputNode,
): OutputNode {
	return { ...outputSeq(items.map(output)), ...(flow ? { flow } : {}) };
}

function outputOfMap(type: TypeSchema, map: StructValue): OutputNode {
	const keys = Object.keys(map).sort(compareKeys);
	return outputMap(keys.map((key) => [key, outputOfTyped(type, map[key])]));
}
