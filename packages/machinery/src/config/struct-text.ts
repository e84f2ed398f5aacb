import { emit } from '../yaml/emit.ts';
import { outputOf } from '../yaml/from-value.ts';
import type { YamlNode } from '../yaml/node.ts';
import { parseYaml } from '../yaml/parse.ts';
import { plainTag } from '../yaml/resolve.ts';
import { type DecodeIssue, decodeStruct } from './decode.ts';
import type { ConfigValue } from './document.ts';
import { outputOfStruct } from './encode.ts';
import { ConfigError } from './errors.ts';
import type { StructSchema } from './schema/schema.ts';
import type { StructValue } from './schema/zero.ts';

export type { ConfigValue } from './document.ts';
export type { FieldSchema, StructSchema, TypeSchema } from './schema/schema.ts';
export type { StructValue } from './schema/zero.ts';

/*
 * Files of one struct that are no machine configuration (secrets, talosconfig), as go-yaml reads and prints them:
 * keys that the schema does not know are passed over, and what follows the first document is not looked at.
 */

/**
 * Reads the first document of a text by its schema.
 *
 * Throws ConfigError: `syntax` for what is not YAML or is empty, `decode` for what does not fit the schema. A message
 * never carries a value, only types and lines.
 */
export function decodeStructText(text: string | Uint8Array, schema: StructSchema, name?: string): StructValue {
	const { source, documents } = parseYaml(text, { firstOnly: true, ...(name === undefined ? {} : { name }) });
	const [first] = documents;
	if (!first) throw new ConfigError('syntax', 'EOF');
	const issues: DecodeIssue[] = [];
	const value = first.root ? decodeStruct(withTextForDates(first.root), schema, issues) : {};
	if (issues.length === 0) return value;
	const places = issues.map(({ at, message }) => ({ source: source.name, ...source.position(at), message: withoutValues(message) }));
	const lines = places.map(({ line, message }) => `  line ${line}: ${message}`);
	throw new ConfigError('decode', `yaml: construct errors:\n${lines.join('\n')}`, { places });
}

/** Upstream quotes what does not fit in backticks; in these files it may be a secret. */
function withoutValues(message: string): string {
	return message.replaceAll(/ `[^`]*`/g, '');
}

/** v1.13.9 takes a date where a text is wanted; the configuration's decoder, which is that of v1.14, refuses it. */
function withTextForDates(node: YamlNode): YamlNode {
	switch (node.type) {
		case 'scalar':
			return node.style === 'plain' && node.tag === undefined && plainTag(node.text) === 'timestamp' ? { ...node, style: 'double' } : node;
		case 'seq':
			return { ...node, items: node.items.map(withTextForDates) };
		case 'map':
			return { ...node, pairs: node.pairs.map(({ key, value }) => ({ key: withTextForDates(key), value: withTextForDates(value) })) };
	}
}

/**
 * The text of a struct: its fields in the schema's order, maps sorted, indented by 4. These files are the commands',
 * which are those of v1.13.9.
 */
export function encodeStructText(value: StructValue, schema: StructSchema): string {
	return emit(outputOfStruct(schema, value), 'config-1.13');
}

/** Free-form data as Kubernetes tools print it: keys sorted, indented by 2, lists not indented. */
export function encodeFreeFormText(value: ConfigValue): string {
	return emit(outputOf(value), 'json-patch');
}
