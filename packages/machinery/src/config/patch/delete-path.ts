import { type ConfigValue, isOpaque } from '../document.ts';
import { codecOf } from '../scalars/index.ts';
import { TextRefusal } from '../scalars/refusal.ts';
import { fieldsOf } from '../schema/fields.ts';
import type { FieldSchema, StructSchema, TypeSchema } from '../schema/schema.ts';
import type { StructValue } from '../schema/zero.ts';
import type { DeleteSelector } from './delete-selector.ts';

/**
 * A document's value without what a selector points at. Fields are set to nothing whether they were set or not; the
 * structs on the way, map keys and list items must be there. A document without a schema is free-form. Throws TextRefusal with upstream's text.
 */
export function deletePath(schema: StructSchema | undefined, value: StructValue, { path, item }: DeleteSelector): StructValue {
	const deleter = new PathDeleter(item);
	return schema === undefined ? deleter.inFreeFormMap(value, path) : deleter.inStruct(schema, value, path);
}

type Maybe = ConfigValue | undefined;

class PathDeleter {
	readonly #item: DeleteSelector['item'];

	constructor(item: DeleteSelector['item']) {
		this.#item = item;
	}

	inStruct(schema: StructSchema, value: StructValue, [step = '', ...rest]: readonly string[]): StructValue {
		const field = upstreamHidesFields(schema) ? undefined : fieldsOf(schema).get(step);
		if (field === undefined) throw lookupFailed;
		const { [step]: child, ...others } = value;
		if (rest.length === 0) return others;
		if (child === undefined && field.nullable === true) throw lookupFailed;
		const changed = this.#inside(field.type, child, rest);
		return { ...others, [step]: changed };
	}

	inFreeFormMap(map: StructValue, path: readonly string[]): StructValue {
		return this.#inMap(map, path, (child, rest) => this.#inFreeForm(child, rest));
	}

	#inside(type: TypeSchema, value: Maybe, path: readonly string[]): ConfigValue {
		if (value === null) throw lookupFailed;
		switch (type.of) {
			case 'struct':
				return this.inStruct(type.struct, (value ?? {}) as StructValue, path);
			case 'map':
				return this.#inMap((value ?? {}) as StructValue, path, (child, rest) => this.#inside(type.value, child, rest));
			case 'any':
				return this.inFreeFormMap((value ?? {}) as StructValue, path);
			case 'list':
				checkItemPath(path);
				return this.#inList(type.item, (value ?? []) as readonly ConfigValue[]);
			case 'scalar':
				throw lookupFailed;
		}
	}

	#inMap(
		map: StructValue,
		[step = '', ...rest]: readonly string[],
		inside: (child: ConfigValue, rest: readonly string[]) => ConfigValue,
	): StructValue {
		const child = map[step];
		if (child === undefined) throw lookupFailed;
		const changed: StructValue = Object.assign(Object.create(null), map);
		if (rest.length === 0) delete changed[step];
		else changed[step] = inside(child, rest);
		return changed;
	}

	#inFreeForm(value: ConfigValue, path: readonly string[]): ConfigValue {
		if (Array.isArray(value)) checkItemPath(path);
		if (typeof value !== 'object' || value === null || Array.isArray(value) || isOpaque(value)) throw lookupFailed;
		return this.inFreeFormMap(value as StructValue, path);
	}

	#inList(type: TypeSchema, items: readonly ConfigValue[]): ConfigValue {
		const field = type.of === 'struct' && !upstreamHidesFields(type.struct) ? fieldsOf(type.struct).get(this.#item?.key ?? '') : undefined;
		const index =
			field === undefined ? -1 : items.findIndex((item) => item !== null && textOfField(field, item as StructValue) === this.#item?.text);
		if (index === -1) throw lookupFailed;
		return items.toSpliced(index, 1);
	}
}

const lookupFailed = new TextRefusal('lookup failed');

/** Types whose fields have no YAML names of their own upstream, where no path finds them. */
function upstreamHidesFields(schema: StructSchema): boolean {
	return schema.name.startsWith('x509.');
}

/** Lists are not looked into: an item is deleted as a whole. */
function checkItemPath([step = '', ...rest]: readonly string[]): void {
	if (rest.length > 0) throw new TextRefusal('searching for complex paths in slices is not supported');
	if (step === '') throw new TextRefusal("searching for '' in a slice is not supported");
	if (!step.startsWith('[')) throw new TextRefusal('searching for non-integer keys in slices is not supported');
}

/** A field's text as upstream compares it: none for numbers, booleans, pointers and whatever else has no text form. */
function textOfField({ name, type, nullable }: FieldSchema, item: StructValue): string | undefined {
	if (type.of !== 'scalar' || (nullable === true && type.scalar !== 'v1alpha1.Endpoint')) return undefined;
	const value = item[name];
	if (typesWithoutText.has(type.scalar)) return undefined;
	if (value === undefined) return textsOfNothing.get(type.scalar) ?? String(codecOf(type).zero);
	return typeof value === 'number' ? `0o${value.toString(8)}` : String(value);
}

const typesWithoutText: ReadonlySet<string> = new Set([
	'bool',
	'int',
	'int32',
	'uint',
	'uint8',
	'uint16',
	'uint32',
	'uint64',
	'block.ByteSize',
	'block.Size',
	'v1alpha1.DiskSize',
	'v1alpha1.InstallDiskSizeMatcher',
	'v1alpha1.Base64Bytes',
	'network.PortRange',
	'meta.ArgValue',
]);

/** How Go prints an address that is none. */
const textsOfNothing: ReadonlyMap<string, string> = new Map([
	['meta.Addr', 'invalid IP'],
	['netip.Addr', 'invalid IP'],
	['meta.Prefix', 'invalid Prefix'],
	['netip.Prefix', 'invalid Prefix'],
	['meta.AddrPort', 'invalid AddrPort'],
	['netip.AddrPort', 'invalid AddrPort'],
]);
