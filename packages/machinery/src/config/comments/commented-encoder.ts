import { emit } from '../../yaml/emit.ts';
import { outputOf } from '../../yaml/from-value.ts';
import { compareBytes } from '../../yaml/key-order.ts';
import { type OutputMap, type OutputNode, type OutputPair, type OutputScalar, outputMap, outputPlain, outputSeq, outputString } from '../../yaml/output.ts';
import { type ConfigValue, isOpaque } from '../document.ts';
import { codecOf } from '../scalars/index.ts';
import type { FieldSchema, StructSchema, TypeSchema } from '../schema/schema.ts';
import type { StructValue } from '../schema/zero.ts';
import { isEmptyField } from './empty-field.ts';

/** What is said about a field: comments as the emitter takes them, and values to show while it is empty. */
export interface FieldComments {
	readonly head?: string;
	/** Behind a scalar; above a map or list that has no other head. */
	readonly line?: string;
	readonly foot?: string;
	readonly examples?: readonly FieldExample[];
}

export interface FieldExample {
	/** A line above the example. */
	readonly name?: string;
	readonly value: ConfigValue;
}

/** Where comments come from. */
export type CommentSource = (struct: StructSchema, field: FieldSchema) => FieldComments;

export interface CommentOptions {
	readonly source: CommentSource;
	readonly docs: boolean;
	readonly examples: boolean;
}

/**
 * Values as upstream's commented encoder lays them out: the comments of a field on its line or above it, examples of an
 * empty field below it, and those of fields that are left out below the last one that is not.
 *
 * Upstream loses styles on the way and sorts free-form keys by their bytes, and takes other fields for empty than the
 * encoder without comments; so does this one.
 */
export class CommentedEncoder {
	readonly #options: CommentOptions;

	constructor(options: CommentOptions) {
		this.#options = options;
	}

	struct(schema: StructSchema, value: StructValue): OutputMap {
		const pairs: OutputPair[] = [];
		let foot = '';
		for (const fields of declaredTogether(schema)) {
			const part = this.#fields(schema, fields, value);
			pairs.push(...part.pairs);
			// an embedded struct without a field to hang its examples on loses them
			if (part.pairs.length === 0 && fields[0]?.from === undefined) foot += part.examples.join('\n');
			else if (part.examples.length > 0) addFoot(pairs, part.examples.join('\n'));
		}
		return { type: 'map', pairs, ...(foot === '' ? {} : { foot }) };
	}

	#fields(schema: StructSchema, fields: readonly FieldSchema[], value: StructValue): { readonly pairs: OutputPair[]; readonly examples: string[] } {
		const pairs: OutputPair[] = [];
		const examples: string[] = [];
		for (const field of fields) {
			const child = value[field.name];
			const comments = this.#options.source(schema, field);
			const isEmpty = isEmptyField(field, child);
			if (isEmpty && field.omitEmpty === true && !(field.omitOnlyIfNil === true && child !== undefined)) {
				const example = this.#exampleText(field, comments);
				if (example !== '') examples.push(example);
				continue;
			}
			const node = this.#field(field, child);
			const below = isEmpty ? this.#exampleBelow(field, comments) : '';
			pairs.push(this.#commented(field.name, below === '' ? node : { ...node, foot: joined(node.foot, below) }, comments));
		}
		return { pairs, examples };
	}

	/** Comments stand on the key, but for the one behind a scalar. */
	#commented(name: string, value: OutputNode, { head, line, foot }: FieldComments): OutputPair {
		const key = outputString(name);
		if (!this.#options.docs) return { key, value };
		const above = head ?? (value.type === 'scalar' ? undefined : line);
		return {
			key: { ...key, ...(above === undefined ? {} : { head: above }), ...(foot === undefined ? {} : { foot }) },
			value: value.type === 'scalar' && line !== undefined ? { ...value, line } : value,
		};
	}

	#field(field: FieldSchema, value: ConfigValue | undefined): OutputNode {
		return restyled(field.nullable === true && value === undefined ? outputPlain('null') : this.#value(field.type, value));
	}

	#value(type: TypeSchema, value: ConfigValue | undefined): OutputNode {
		if (value === null) return outputPlain('null');
		switch (type.of) {
			case 'scalar': {
				const codec = codecOf(type);
				return codec.output(value ?? codec.zero);
			}
			case 'struct':
				return this.struct(type.struct, (value ?? {}) as StructValue);
			case 'list':
				return outputSeq(((value ?? []) as readonly ConfigValue[]).map((item) => this.#value(type.item, item)));
			case 'map':
				return this.#map((value ?? {}) as StructValue, (child) => this.#value(type.value, child));
			case 'any':
				return this.#freeForm(value ?? {});
		}
	}

	#freeForm(value: ConfigValue): OutputNode {
		if (typeof value !== 'object' || value === null || isOpaque(value)) return outputOf(value);
		if (Array.isArray(value)) return outputSeq(value.map((item) => this.#freeForm(item)));
		return this.#map(value as StructValue, (child) => this.#freeForm(child));
	}

	#map(map: StructValue, valueOf: (value: ConfigValue) => OutputNode): OutputMap {
		const entries = Object.entries(map).sort(([a], [b]) => compareBytes(a, b));
		return outputMap(entries.map(([key, value]) => [key, restyled(valueOf(value ?? null))]));
	}

	/** The examples of a field that is left out: under its name, behind `#`. */
	#exampleText(field: FieldSchema, comments: FieldComments): string {
		return this.#examples(field, comments).map((node) => emit(outputMap([[field.name, restyled(withoutHead(node))]]).pairs.length === 0 ? node : headed(field.name, node)).replaceAll(/^#/gm, '# #')).join('');
	}

	/** The examples of a field that is empty but there: indented below it. */
	#exampleBelow(field: FieldSchema, { examples = [] }: FieldComments): string {
		return this.#examples(field, { examples })
			.map((node) => emit(node).replaceAll(/^(.)/gm, '  $1'))
			.join('');
	}

	/** The field's examples as nodes, each with what is to stand above it. */
	#examples(field: FieldSchema, { head, line, examples = [] }: FieldComments): OutputNode[] {
		if (!this.#options.examples) return [];
		return examples.map(({ name, value }, index) => {
			const doc = index === 0 && this.#options.docs ? (head ?? line ?? '') : '';
			const title = name === undefined ? '' : `${doc === '' ? '' : '\n\n'}${name}\n`;
			return { ...this.#value(field.type, value), head: doc + title };
		});
	}
}
