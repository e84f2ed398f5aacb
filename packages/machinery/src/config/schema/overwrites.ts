import { codecOf } from '../scalars/index.ts';
import type { StructSchema, TypeSchema } from './schema.ts';

/** Whether a patch changes a value of the type that it does not even mention: see `ScalarCodec.overwrites`. */
export function overwrites(type: TypeSchema): boolean {
	if (type.of === 'scalar') return codecOf(type).overwrites === true;
	return type.of === 'struct' && structOverwrites(type.struct);
}

function structOverwrites(schema: StructSchema): boolean {
	const known = answers.get(schema);
	if (known !== undefined) return known;
	const answer = schema.fields.some((field) => field.nullable !== true && overwrites(field.type));
	answers.set(schema, answer);
	return answer;
}

const answers = new WeakMap<StructSchema, boolean>();
