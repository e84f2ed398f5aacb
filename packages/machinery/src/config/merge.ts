import { type ConfigPath, type ConfigValue, isOpaque } from './document.ts';
import { mergeFreeFormMaps } from './merge-free-form.ts';
import { mergeKeyedList } from './merge-keyed-list.ts';
import { codecOf } from './scalars/index.ts';
import { attempt, TextRefusal } from './scalars/refusal.ts';
import { overwrites } from './schema/overwrites.ts';
import type { FieldSchema, ListSchema, MapSchema, ScalarSchema, StructSchema } from './schema/schema.ts';
import type { StructValue } from './schema/zero.ts';

/** Takes what a merge did that nobody may have meant: a value that was lost, a value without effect. */
export type MergeReport = (path: ConfigPath, message: string) => void;

/**
 * A patch merged into a document's value, by upstream's rules: structs field by field, maps key by key, lists one after
 * the other unless they have keys or are replaced, scalars replaced unless the patch's is zero and no pointer.
 *
 * Neither value is changed. Throws TextRefusal, with upstream's path in front of the reason, where upstream refuses or
 * breaks down.
 */
export function mergeStructs(schema: StructSchema, left: StructValue, right: StructValue, report: MergeReport): StructValue {
	return new Merger(report).structs(schema, left, right, []);
}

type Maybe<T extends ConfigValue = ConfigValue> = T | undefined;

type List = readonly ConfigValue[];

class Merger {
	readonly #report: MergeReport;

	constructor(report: MergeReport) {
		this.#report = report;
	}

	structs(schema: StructSchema, left: StructValue, right: StructValue, path: ConfigPath): StructValue {
		const merged: StructValue = {};
		for (const field of schema.fields) {
			const value = attempt(() => this.#field(field, left[field.name], right[field.name], [...path, field.name]));
			if (value instanceof TextRefusal) throw new TextRefusal(`merge field ${schema.name}.${field.name}: ${value.message}`);
			if (value !== undefined) merged[field.name] = value;
		}
		return merged;
	}

	#field(field: FieldSchema, left: Maybe, right: Maybe, path: ConfigPath): Maybe {
		const { type } = field;
		if (right === undefined && (field.nullable === true || !overwrites(type))) return left;
		if (type.of === 'list') return field.replace === true ? right : this.#lists(type, (left ?? []) as List, right as List, path);
		if (left === undefined) return right;
		switch (type.of) {
			case 'scalar':
				return this.#scalars(type, field.nullable === true, left, right, path);
			case 'struct':
				return this.structs(type.struct, left as StructValue, (right ?? {}) as StructValue, path);
			case 'map':
				return this.#maps(type, left as StructValue, right as StructValue, path);
			case 'any':
				return mergeFreeForm(field.replace === true, left as StructValue, right as StructValue);
		}
	}

	#scalars(type: ScalarSchema, nullable: boolean, left: ConfigValue, right: Maybe, path: ConfigPath): Maybe {
		const codec = codecOf(type);
		if (right === undefined) {
			if (!codec.isZero(left)) this.#report(path, 'is erased: a patch that touches its surroundings has to repeat it');
			return undefined;
		}
		if (codec.merge !== undefined) {
			const merged = codec.merge(left, right);
			if (!codec.isZero(left) && codec.isZero(merged)) this.#report(path, 'is erased by the empty value of the patch');
			else if (merged !== right) this.#report(path, 'keeps parts of its old value, which the patch does not replace');
			return merged;
		}
		if (nullable || codec.overwrites === true || !codec.isZero(right)) return right;
		if (!codec.isZero(left)) this.#report(path, 'keeps its old value: a patch cannot set it to nothing, but `$patch: delete` can');
		return left;
	}

	#lists(type: ListSchema, left: List, right: List, path: ConfigPath): List {
		const merged = mergeKeyedList(type, left, right, (schema, item, patch, index) => this.structs(schema, item, patch, [...path, index]));
		return merged ?? [...left, ...right];
	}

	#maps(type: MapSchema, left: StructValue, right: StructValue, path: ConfigPath): StructValue {
		const merged: StructValue = Object.assign(Object.create(null), left);
		for (const [key, value] of Object.entries(right)) {
			const old = merged[key];
			if (old === undefined || old === null || type.name === 'meta.Args') merged[key] = value;
			else if (value !== undefined && value !== null) merged[key] = this.#mapValues(type, old, value, [...path, key]);
		}
		return merged;
	}

	#mapValues(type: MapSchema, left: ConfigValue, right: ConfigValue, path: ConfigPath): ConfigValue {
		if (type.value.of === 'struct') return this.structs(type.value.struct, left as StructValue, right as StructValue, path);
		return type.value.of === 'scalar' ? (this.#scalars(type.value, false, left, right, path) ?? right) : right;
	}
}

/** An empty patch changes nothing, not even where it would replace. */
function mergeFreeForm(replace: boolean, left: StructValue, right: StructValue): StructValue {
	if (Object.keys(right).length === 0) return left;
	return replace || isOpaque(right) ? right : mergeFreeFormMaps(left, right);
}
