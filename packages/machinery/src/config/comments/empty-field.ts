import type { ConfigValue } from '../document.ts';
import { codecOf } from '../scalars/index.ts';
import type { FieldSchema, StructSchema, TypeSchema } from '../schema/schema.ts';
import type { StructValue } from '../schema/zero.ts';

/** Whether the commented encoder takes a field for empty: a pointer to nothing, a map or list of nothing, Go's zero. */
export function isEmptyField(field: FieldSchema, value: ConfigValue | undefined): boolean {
	return value === undefined || value === null || (field.nullable !== true && isEmptyValue(field.type, value));
}

function isEmptyValue(type: TypeSchema, value: ConfigValue): boolean {
	switch (type.of) {
		case 'list':
			return (value as readonly ConfigValue[]).length === 0;
		case 'map':
			return Object.keys(value as StructValue).length === 0;
		default:
			return isGoZero(type, value);
	}
}

/** Inside of a struct, a list or map that is there is not zero, not even without anything in it. */
function isGoZero(type: TypeSchema, value: ConfigValue | undefined): boolean {
	if (value === undefined) return true;
	switch (type.of) {
		case 'scalar':
			return codecOf(type).isZero(value);
		case 'struct':
			return isGoZeroStruct(type.struct, value as StructValue);
		case 'any':
			return Object.keys(value as StructValue).length === 0;
		default:
			return false;
	}
}

function isGoZeroStruct(schema: StructSchema, value: StructValue): boolean {
	return schema.fields.every(({ name, type, nullable }) => (nullable === true ? value[name] === undefined : isGoZero(type, value[name])));
}
