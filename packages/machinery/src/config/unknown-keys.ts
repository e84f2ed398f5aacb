import { emit } from '../yaml/emit.ts';
import { compareKeys } from '../yaml/key-order.ts';
import type { SourceText, YamlMap, YamlNode, YamlScalar, YamlSeq } from '../yaml/node.ts';
import { type OutputNode, outputMap, outputSeq } from '../yaml/output.ts';
import { outputOfNode } from '../yaml/output-of-node.ts';
import { hideSecrets } from './hide-secrets.ts';
import { TextRefusal } from './scalars/refusal.ts';
import { fieldsOf } from './schema/fields.ts';
import { goTypeOf } from './schema/go-type.ts';
import type { StructSchema, TypeSchema } from './schema/schema.ts';

/** A key that its struct does not have. */
interface UnknownKey {
	readonly key: string;
	readonly at: number;
	readonly schema: StructSchema;
}

export interface UnknownKeys {
	readonly keys: readonly UnknownKey[];
	/** Upstream's text: the keys with what is below them, as YAML, but for secrets. */
	readonly message: string;
}

/**
 * The keys of a document that its schema does not know; undefined when it knows all. What stands behind an alias is
 * not looked at. Throws TextRefusal for a key that is no scalar.
 */
export function findUnknownKeys(node: YamlNode, source: SourceText, schema: StructSchema): UnknownKeys | undefined {
	const finder = new UnknownKeyFinder(source);
	const unknown = finder.find(node, { of: 'struct', struct: schema });
	if (unknown === undefined) return undefined;
	return { keys: finder.keys, message: `unknown keys found during decoding:\n${emit(unknown)}` };
}

class UnknownKeyFinder {
	readonly keys: UnknownKey[] = [];
	readonly #source: SourceText;

	constructor(source: SourceText) {
		this.#source = source;
	}

	/** What of a node is unknown, to be printed. */
	find(node: YamlNode, type: TypeSchema): OutputNode | undefined {
		if (node.alias !== undefined || node.type === 'scalar') return undefined;
		return node.type === 'map' ? this.#findInMap(node, type) : this.#findInSeq(node, type);
	}

	#findInMap(node: YamlMap, type: TypeSchema): OutputNode | undefined {
		if (type.of === 'scalar' || type.of === 'list') throw new TextRefusal(`unexpected type for yaml mapping: ${goTypeOf(type)}`);
		if (type.of === 'any') return undefined;
		const unknown: [string, OutputNode][] = [];
		for (const { key, value } of node.pairs) {
			if (key.type !== 'scalar' || key.alias !== undefined) throw new TextRefusal('unexpected mapping key type');
			const output = type.of === 'map' ? this.find(value, type.value) : this.#findInField(key, value, type.struct);
			if (output !== undefined) unknown.push([key.text, output]);
		}
		return unknown.length === 0 ? undefined : outputMap(unknown.sort(([a], [b]) => compareKeys(a, b)));
	}

	#findInField(key: YamlScalar, value: YamlNode, schema: StructSchema): OutputNode | undefined {
		const field = fieldsOf(schema).get(key.text);
		if (field !== undefined) return this.find(value, field.type);
		this.keys.push({ key: key.text, at: key.at, schema });
		return hideSecrets(key.text, outputOfNode(value, this.#source), schema);
	}

	#findInSeq(node: YamlSeq, type: TypeSchema): OutputNode | undefined {
		if (type.of === 'scalar' && type.scalar === 'meta.ArgValue') return undefined;
		if (type.of !== 'list') throw new TextRefusal(`unexpected type for yaml sequence: ${goTypeOf(type)}`);
		const unknown = node.items.map((item) => this.find(item, type.item)).filter((output) => output !== undefined);
		return unknown.length === 0 ? undefined : outputSeq(unknown);
	}
}
