import type { FieldSchema, StructSchema } from './schema.ts';

/** The fields of a struct by their keys in YAML. */
export function fieldsOf(schema: StructSchema): ReadonlyMap<string, FieldSchema> {
	const known = byName.get(schema);
	if (known !== undefined) return known;
	const fields = new Map(schema.fields.map((field) => [field.name, field]));
	byName.set(schema, fields);
	return fields;
}

const byName = new WeakMap<StructSchema, ReadonlyMap<string, FieldSchema>>();
