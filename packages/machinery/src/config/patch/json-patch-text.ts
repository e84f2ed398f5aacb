import { messageOf } from '@ichor/std';
import type { YamlNode } from '../../yaml/node.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { decodeFreeForm } from '../decode-free-form.ts';
import { type ConfigValue, isOpaque } from '../document.ts';
import { ConfigError } from '../errors.ts';
import { pairsWithMerges } from '../merge-keys.ts';
import { TextRefusal } from '../scalars/refusal.ts';
import { isNull, stringOf } from '../scalars/scalar-codec.ts';
import { type JsonNode, jsonFloat, jsonString, parseJsonNode, writtenNull } from './json-node.ts';
import type { JsonOperation } from './json-operations.ts';

/**
 * The operations of an RFC 6902 patch, in JSON or as a YAML list of maps; only the first YAML document counts. For a
 * text that is neither, throws ConfigError `patch` when it looks like JSON, and `notStrategic` otherwise.
 */
export function parseJsonPatch(text: string | Uint8Array, notStrategic: ConfigError): readonly JsonOperation[] {
	const content = typeof text === 'string' ? text : new TextDecoder().decode(text);
	const json = parseJson(content);
	if (Array.isArray(json)) return json;
	return parseYamlList(text) ?? refuse(/^\s*\[/.test(content) ? new ConfigError('patch', json) : notStrategic);
}

function refuse(error: ConfigError): never {
	throw error;
}

/** The operations, or why the text has none. */
function parseJson(text: string): JsonOperation[] | string {
	let node: JsonNode | null;
	try {
		node = parseJsonNode(text);
	} catch (error) {
		return `not a JSON patch: ${messageOf(error)}`;
	}
	if (node === null) return [];
	if (node.type !== 'list') return 'a JSON patch is a list of operations';
	const operations = node.items.map(operationOf);
	return operations.every((operation) => operation !== undefined) ? operations : 'each operation of a JSON patch is an object';
}

/** No keys for null, which is refused when it is applied. */
function operationOf(node: JsonNode | null): JsonOperation | undefined {
	if (node === null) return new Map();
	return node.type === 'map' ? node.entries : undefined;
}

/** The operations of a list of maps; undefined for any other YAML, and for what is none. */
function parseYamlList(text: string | Uint8Array): JsonOperation[] | undefined {
	try {
		const root = parseYaml(text, { firstOnly: true }).documents[0]?.root;
		if (root === undefined || isNull(root)) return [];
		return root.type === 'seq' ? root.items.map(yamlOperation) : undefined;
	} catch (error) {
		if (error instanceof TextRefusal || (error instanceof ConfigError && error.code === 'syntax')) return undefined;
		throw error;
	}
}

function yamlOperation(item: YamlNode): JsonOperation {
	if (isNull(item)) return new Map();
	if (item.type !== 'map') throw new TextRefusal('not a map');
	const pairs = pairsWithMerges(item).filter(({ key }) => !isNull(key));
	const values = pairs.map(({ key, value }) => [stringOf(key), decodeFreeForm(value)] as const);
	return new Map(values.map(([key, value]) => [key, nodeOfValue(value) ?? writtenNull]));
}

/** Throws ConfigError for what JSON does not have. */
function nodeOfValue(value: ConfigValue): JsonNode | null {
	if (value === null) return null;
	if (typeof value === 'string') return jsonString(value);
	if (typeof value === 'number' && !Number.isFinite(value)) throw new ConfigError('patch', `json: unsupported value: ${value}`);
	if (typeof value !== 'object') return { type: 'scalar', text: String(value) };
	if (Array.isArray(value)) return { type: 'list', items: value.map(nodeOfValue) };
	if (isOpaque(value)) {
		if (value.opaque === 'map') throw new ConfigError('patch', 'json: unsupported type: map[interface {}]interface {}');
		return value.opaque === 'float' ? jsonFloat(Number(value.text)) : jsonString(value.text);
	}
	return { type: 'map', entries: new Map(Object.entries(value).map(([key, child]) => [key, nodeOfValue(child ?? null)])) };
}
