import type { YamlNode, YamlSeq } from '../yaml/node.ts';
import { isMergeKey } from '../yaml/resolve.ts';
import { decodeFreeForm } from './decode-free-form.ts';
import type { ConfigValue } from './document.ts';
import { pairsWithMerges } from './merge-keys.ts';
import { codecOf } from './scalars/index.ts';
import { attempt, FatalRefusal, TextRefusal } from './scalars/refusal.ts';
import { isNull, mismatch, resolvedOf, saysNull, stringOf } from './scalars/scalar-codec.ts';
import { fieldsOf } from './schema/fields.ts';
import { goTypeOf } from './schema/go-type.ts';
import type { FieldSchema, ListSchema, MapSchema, StructSchema, TypeSchema } from './schema/schema.ts';
import { type StructValue, zeroOf } from './schema/zero.ts';

/** A node that does not fit its type: where, and upstream's text. */
export interface DecodeIssue {
	readonly at: number;
	readonly message: string;
	/** The part of go-yaml that stops at it, and reports nothing else. */
	readonly fatal?: FatalRefusal['stage'];
}

/** A refusal of a node as an issue. */
export function issueOf(refusal: TextRefusal, at: number): DecodeIssue {
	const { message } = refusal;
	return refusal instanceof FatalRefusal ? { at: refusal.at ?? at, message, fatal: refusal.stage } : { at, message };
}

/**
 * A document's value, read by its schema the way go-yaml reads into a Go struct. What does not fit goes to `issues` and
 * is left out; keys that the schema does not know are passed over.
 */
export function decodeStruct(node: YamlNode, schema: StructSchema, issues: DecodeIssue[]): StructValue {
	return new Decoder(issues).struct(node, schema) ?? {};
}

/** `undefined` is a node that does not fit, or that leaves its field as it was. */
type Decoded = ConfigValue | undefined;

class Decoder {
	readonly #issues: DecodeIssue[];

	constructor(issues: DecodeIssue[]) {
		this.#issues = issues;
	}

	struct(node: YamlNode, schema: StructSchema): StructValue | undefined {
		const value: StructValue = {};
		const fields = fieldsOf(schema);
		const isMap = this.#eachPair(node, schema.name, (name, child) => {
			const field = fields.get(name);
			if (field === undefined || this.#isNull(child)) return;
			const decoded = isMergeMark(child, field.type) ? pointedAt(field) : this.#value(child, field.type, field.nullable);
			if (decoded !== undefined) value[name] = decoded;
		});
		if (!isMap) return undefined;
		for (const { name, type } of schema.fields) {
			const missing = type.of === 'scalar' ? codecOf(type).missing : undefined;
			if (missing !== undefined) value[name] ??= missing;
		}
		return value;
	}

	/** The value of a node that is not null. A list or a map that its tag says is null is read all the same, but not into what a pointer points at. */
	#value(node: YamlNode, type: TypeSchema, pointer: true | undefined): Decoded {
		if (pointer === true && saysNull(node)) return this.#refuse(node, `*${goTypeOf(type)}`);
		switch (type.of) {
			case 'scalar':
				return this.#reading(node, () => codecOf(type).decode(node));
			case 'struct':
				return this.struct(node, type.struct);
			case 'list':
				return this.#list(node, type);
			case 'map':
				return this.#map(node, type);
			case 'any':
				return this.#freeForm(node);
		}
	}

	#list(node: YamlNode, type: ListSchema): Decoded {
		if (node.type !== 'seq') return this.#refuse(node, goTypeOf(type));
		const items = this.#items(node, type);
		return type.name === 'v1alpha1.ClusterInlineManifests' ? items.map(withoutLeadingBreaks) : items;
	}

	/** Null is an item in a list of pointers; in other lists go-yaml passes it over. */
	#items(node: YamlSeq, type: ListSchema): ConfigValue[] {
		const items: ConfigValue[] = [];
		for (const item of node.items) {
			if (this.#isNull(item)) {
				if (type.nullable === true) items.push(null);
			} else if (!isMergeMark(item, type.item)) items.push(this.#value(item, type.item, type.nullable) ?? zeroOf(type.item));
		}
		return items;
	}

	#map(node: YamlNode, type: MapSchema): Decoded {
		const map: StructValue = Object.create(null);
		const isMap = this.#eachPair(node, goTypeOf(type), (name, child) => {
			if (isMergeMark(child, type.value)) return;
			const decoded = this.#isNull(child) ? undefined : this.#value(child, type.value, type.nullable);
			map[name] = decoded ?? (type.nullable === true ? null : zeroOf(type.value));
		});
		return isMap ? map : undefined;
	}

	#freeForm(node: YamlNode): Decoded {
		const map: StructValue = Object.create(null);
		const isMap = this.#eachPair(node, 'meta.Unstructured', (name, child) => {
			const decoded = this.#reading(child, () => decodeFreeForm(child));
			if (decoded !== undefined) map[name] = isMergeKey(child) ? null : decoded;
		});
		return isMap ? map : undefined;
	}

	/** Whether a node is null. One that only says so (`!!null x`) is refused. */
	#isNull(node: YamlNode): boolean {
		if (!isNull(node)) return false;
		this.#reading(node, () => resolvedOf(node, ''));
		return true;
	}

	/** Calls back for each pair whose key is a text, those of `<<` too. False for a node that is no map. */
	#eachPair(node: YamlNode, goType: string, take: (name: string, value: YamlNode) => void): boolean {
		if (node.type !== 'map') {
			this.#refuse(node, goType);
			return false;
		}
		for (const { key, value } of this.#reading(node, () => pairsWithMerges(node)) ?? []) {
			if (isMergeKey(key) || this.#isNull(key)) continue;
			const name = this.#reading(key, () => stringOf(key));
			if (name !== undefined) take(name, value);
		}
		return true;
	}

	#refuse(node: YamlNode, goType: string): undefined {
		return this.#reading(node, () => {
			throw mismatch(node, goType);
		});
	}

	#reading<T>(node: YamlNode, read: () => T): T | undefined {
		const result = attempt(read);
		if (!(result instanceof TextRefusal)) return result;
		this.#issues.push(issueOf(result, node.at));
		return undefined;
	}
}

/**
 * Whether a node is `<<` where no text is wanted: go-yaml reads nothing from it, and does not say so. It has made what a
 * pointer points at by then.
 */
function isMergeMark(node: YamlNode, type: TypeSchema): boolean {
	const mark = node.type === 'scalar' && (node.tag === undefined ? node.style === 'plain' && node.text === '<<' : isMergeKey(node));
	return mark && (type.of !== 'scalar' || goKinds.test(type.scalar));
}

/** Scalars that do not read themselves from text. */
const goKinds = /^(?:bool|u?int\d*|float64|time\.Duration)$/;

function pointedAt({ type, nullable }: FieldSchema): Decoded {
	return nullable === true ? zeroOf(type) : undefined;
}

/** Upstream takes these from the beginning of an inline manifest. */
function withoutLeadingBreaks(item: ConfigValue): ConfigValue {
	const { contents, ...rest } = item as StructValue;
	return typeof contents === 'string' ? { ...rest, contents: contents.replace(/^[\t\n\v\f\r]+/, '') } : item;
}
