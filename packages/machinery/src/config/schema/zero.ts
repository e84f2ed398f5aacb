import { type ConfigValue, isOpaque } from '../document.ts';
import { codecOf } from '../scalars/index.ts';
import type { FieldSchema, StructSchema, TypeSchema } from './schema.ts';

/** A decoded struct, map or free-form map, while it is being made. */
export interface StructValue {
	[key: string]: ConfigValue | undefined;
}

/** Whether a value is one of those, and no list, scalar or opaque value. */
export function isStructValue(value: ConfigValue | undefined): value is StructValue {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !isOpaque(value);
}

/** Go's zero value where one has to stand: as an item of a list, as a value of a map. */
export function zeroOf(type: TypeSchema): ConfigValue {
	switch (type.of) {
		case 'scalar':
			return codecOf(type).zero;
		case 'list':
			return [];
		case 'struct':
			return {};
		default:
			return Object.create(null);
	}
}

/** Whether `omitEmpty` leaves the field out: pointers when absent, everything else when it holds nothing. */
export function isZeroField(field: FieldSchema, value: ConfigValue | undefined): boolean {
	return value === undefined || value === null || (field.nullable !== true && isZero(field.type, value));
}

/** Whether a struct holds nothing: every field of it is zero, or those that upstream looks at. */
export function isZeroStruct(schema: StructSchema, value: StructValue): boolean {
	const fields = schema.zeroBy === undefined ? schema.fields : schema.fields.filter(({ name }) => schema.zeroBy?.includes(name));
	return fields.every((field) => isZeroField(field, value[field.name]));
}

function isZero(type: TypeSchema, value: ConfigValue): boolean {
	switch (type.of) {
		case 'scalar':
			return codecOf(type).isZero(value);
		case 'struct':
			return isZeroStruct(type.struct, value as StructValue);
		case 'list':
			return (value as readonly ConfigValue[]).length === 0;
		default:
			return !isOpaque(value) && Object.keys(value as StructValue).length === 0;
	}
}
