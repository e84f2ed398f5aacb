import { emit } from '../../yaml/emit.ts';
import { outputOf } from '../../yaml/from-value.ts';
import { compareBytes } from '../../yaml/key-order.ts';
import { type OutputMap, type OutputNode, type OutputPair, outputMap, outputPlain, outputSeq, outputString } from '../../yaml/output.ts';
import { type ConfigValue, isOpaque } from '../document.ts';
import { outputOfList } from '../encode.ts';
import { codecOf } from '../scalars/index.ts';
import type { FieldSchema, StructSchema, TypeSchema } from '../schema/schema.ts';
import type { StructValue } from '../schema/zero.ts';
import { isEmptyField } from './empty-field.ts';

/** What is said about a field: comments, and values to show while it is empty. */
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

export interface CommentOptions {
	/** Where comments come from. */
	readonly commentsOf: (struct: StructSchema, field: FieldSchema) => FieldComments;
	readonly docs: boolean;
	readonly examples: boolean;
}

/**
 * Values as upstream's commented encoder lays them out: the comments of a field on its line or above it, examples of an
 * empty field below it, and those of fields that are left out below the last one that is not.
 *
 * That encoder loses styles on its way, sorts free-form keys by their bytes, and takes other fields for empty than the
 * encoder without comments does.
 */
export class CommentedEncoder {
	readonly #options: CommentOptions;

	constructor(options: CommentOptions) {
		this.#options = options;
	}

	/** A struct. Embedded structs are commented by themselves. */
	struct(schema: StructSchema, value: StructValue): OutputMap {
		const pairs: OutputPair[] = [];
		const examples: string[] = [];
		for (const [index, field] of schema.fields.entries()) {
			const start = schema.fields[index - 1]?.from === field.from;
			if (field.from === undefined) this.#add(schema, field, value, pairs, examples);
			else if (!start) pairs.push(...this.#embedded(schema, field.from, value));
		}
		return withExamples({ type: 'map', pairs }, examples);
	}

	/** Without a field to hang its examples on, an embedded struct loses them. */
	#embedded(schema: StructSchema, from: string, value: StructValue): readonly OutputPair[] {
		const pairs: OutputPair[] = [];
		const examples: string[] = [];
		for (const field of schema.fields) if (field.from === from) this.#add(schema, field, value, pairs, examples);
		return withExamples({ type: 'map', pairs }, examples).pairs;
	}

	#add(schema: StructSchema, field: FieldSchema, struct: StructValue, pairs: OutputPair[], examples: string[]): void {
		const value = struct[field.name];
		const comments = this.#options.commentsOf(schema, field);
		const isEmpty = isEmptyField(field, value);
		const isKept = field.omitOnlyIfNil === true && value !== undefined;
		if (isEmpty && field.omitEmpty === true && !isKept) {
			const example = this.#examplesBehindHash(field, comments);
			if (example !== '') examples.push(example);
			return;
		}
		const node = restyled(field.nullable === true && value === undefined ? outputPlain('null') : this.#value(field.type, value));
		const examplesBelow = isEmpty ? this.#examplesBelow(field, comments) : '';
		const foot = node.foot === undefined || examplesBelow === '' ? examplesBelow : `${node.foot}\n${examplesBelow}`;
		pairs.push(this.#commented(field.name, foot === '' ? node : { ...node, foot }, comments));
	}

	/** Comments stand on the key, but for the one behind a scalar. */
	#commented(name: string, value: OutputNode, { head, line, foot }: FieldComments): OutputPair {
		const key = outputString(name);
		if (!this.#options.docs) return { key, value };
		const isScalar = value.type === 'scalar';
		const above = head ?? (isScalar ? undefined : line);
		return {
			key: { ...key, ...(above === undefined ? {} : { head: above }), ...(foot === undefined ? {} : { foot }) },
			value: isScalar && line !== undefined ? { ...value, line } : value,
		};
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
				return outputOfList(type, (value ?? []) as readonly ConfigValue[], (item) => this.#value(type.item, item));
			case 'map':
				return mapOutput((value ?? {}) as StructValue, (child) => this.#value(type.value, child));
			case 'any':
				return freeFormOutput(value ?? {});
		}
	}

	/** The examples of a field that is left out, under its name. The `#` of their own comments stays one. */
	#examplesBehindHash(field: FieldSchema, comments: FieldComments): string {
		const examples = this.#examples(field, comments.examples).map(({ title, node }, index) => {
			const doc = index === 0 && this.#options.docs ? (comments.head ?? comments.line ?? '') : '';
			const head = doc !== '' && title !== '' ? `${doc}\n\n${title}` : doc + title;
			const output: OutputMap = { ...outputMap([[field.name, restyled(node)]]), ...(head === '' ? {} : { head }) };
			return emit(output).replaceAll(/^#/gm, '# #');
		});
		return examples.join('');
	}

	/** The examples of a field that is empty and yet there, indented below it. */
	#examplesBelow(field: FieldSchema, comments: FieldComments): string {
		const examples = this.#examples(field, comments.examples).map(({ title, node }) =>
			emit(title === '' ? node : { ...node, head: title }),
		);
		return examples.join('').replaceAll(/^(.)/gm, '  $1');
	}

	#examples(field: FieldSchema, examples: readonly FieldExample[] = []): readonly { readonly title: string; readonly node: OutputNode }[] {
		if (!this.#options.examples) return [];
		return examples
			.filter(({ value }) => !isEmptyField(field, value))
			.map(({ name, value }) => ({ title: name === undefined ? '' : `${name}\n`, node: this.#value(field.type, value) }));
	}
}

/** The examples of what is left out stand below the last field, after an empty line. */
function withExamples(map: OutputMap, examples: readonly string[]): OutputMap {
	if (examples.length === 0) return map;
	const text = examples.join('\n');
	const last = map.pairs.at(-1);
	if (last === undefined) return { ...map, foot: text };
	const key = { ...last.key, foot: `${last.key.foot ?? ''}\n${text}` };
	return { ...map, pairs: [...map.pairs.slice(0, -1), { ...last, key }] };
}

function freeFormOutput(value: ConfigValue): OutputNode {
	if (typeof value !== 'object' || value === null || isOpaque(value)) return outputOf(value);
	if (Array.isArray(value)) return outputSeq(value.map(freeFormOutput));
	return mapOutput(value as StructValue, freeFormOutput);
}

function mapOutput(map: StructValue, output: (value: ConfigValue) => OutputNode): OutputMap {
	const entries = Object.entries(map).sort(([a], [b]) => compareBytes(a, b));
	return outputMap(entries.map(([key, value]) => [key, restyled(output(value ?? null))]));
}

/** A value in a map or struct loses its style. */
function restyled(node: OutputNode): OutputNode {
	return node.type === 'scalar' && node.kind === 'string' ? { ...node, kind: 'restyled' } : node;
}
