import type { TypeSchema } from './schema.ts';

/** The type as Go prints it, which upstream's messages quote: `[]*v1alpha1.Device`, `map[string]bool`. */
export function goTypeOf(type: TypeSchema): string {
	switch (type.of) {
		case 'scalar':
			return type.scalar;
		case 'struct':
			return type.struct.name;
		case 'any':
			return 'meta.Unstructured';
		case 'list':
			return type.name ?? `[]${type.nullable === true ? '*' : ''}${goTypeOf(type.item)}`;
		case 'map':
			return type.name ?? `map[string]${type.nullable === true ? '*' : ''}${goTypeOf(type.value)}`;
	}
}
