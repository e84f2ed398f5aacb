import { formatFloat } from '../../yaml/go-float.ts';
import type { YamlMap, YamlNode, YamlScalar, YamlStream } from '../../yaml/node.ts';
import { isMergeKey, type ResolvedScalar, ResolveRefusal, resolveScalar, tagPrefix } from '../../yaml/resolve.ts';
import type { ConfigValue } from '../document.ts';
import { bytesOf } from '../scalars/binary.ts';
import { TextRefusal } from '../scalars/refusal.ts';
import type { StructValue } from '../schema/zero.ts';
import { checkDepth, type JsonNode, jsonFloat, jsonString } from './json-node.ts';

/**
 * The JSON of a stream's only document, as ghodss/yaml makes it. It reads with yaml.v2, for which `y`, `no` and `on`
 * are booleans, dates are texts, and `<<` overwrites what stands before it. Throws TextRefusal.
 */
export function nodeOfYaml({ source, documents: [document] }: YamlStream): JsonNode | null {
	refuseControlCharacters(source.text);
	if (endsBeforeItBegins.test(source.text)) throw new TextRefusal('yaml: did not find expected node content');
	return document?.root === undefined ? null : nodeOf(document.root);
}

/** `...` before anything else: go-yaml v4 steps over it, yaml.v2 does not. */
const endsBeforeItBegins = /^(?:[ \t]*(?:#.*)?\r?\n)*\.\.\.(?:\s|$)/;

/** A node as data to be printed. Throws TextRefusal for a text that yaml.v2 does not read, and past the limits. */
export function valueOfNode(node: JsonNode | null, depth = 0): ConfigValue {
	checkDepth(depth);
	if (node === null) return null;
	if (node.type === 'list') return node.items.map((item) => valueOfNode(item, depth + 1));
	if (node.type === 'scalar') return valueOfScalar(node.text);
	const map: StructValue = Object.create(null);
	for (const [key, value] of node.entries) map[key] = valueOfNode(value, depth + 1);
	return map;
}

function nodeOf(node: YamlNode): JsonNode | null {
	switch (node.type) {
		case 'scalar':
			return scalarNode(node);
		case 'seq':
			return { type: 'list', items: node.items.map(nodeOf) };
		case 'map': {
			const entries = new Map<string, JsonNode | null>();
			fillMap(entries, node);
			return { type: 'map', entries };
		}
	}
}

function fillMap(entries: Map<string, JsonNode | null>, map: YamlMap): void {
	for (const { key, value } of map.pairs) {
		if (isMergeKey(key)) mergeInto(entries, value);
		else entries.set(keyText(key), nodeOf(value));
	}
}

function mergeInto(entries: Map<string, JsonNode | null>, node: YamlNode): void {
	const maps = node.type === 'seq' && node.alias === undefined ? node.items.toReversed() : [node];
	for (const map of maps) {
		if (map.type !== 'map') throw new TextRefusal('yaml: map merge requires map or sequence of maps as the value');
		fillMap(entries, map);
	}
}

function scalarNode(scalar: YamlScalar): JsonNode | null {
	const { tag, value } = resolve(scalar);
	switch (tag) {
		case 'null':
			return null;
		case 'bool':
		case 'int':
			return { type: 'scalar', text: String(value) };
		case 'float':
			if (!Number.isFinite(value)) throw new TextRefusal(`json: unsupported value: ${value}`);
			return jsonFloat(value);
		case 'binary': {
			const text = bytesOf(scalar);
			return jsonString(
				typeof text === 'string' ? text : new TextDecoder().decode(Uint8Array.from(atob(text.text), (byte) => byte.charCodeAt(0))),
			);
		}
		default:
			return jsonString(scalar.text);
	}
}

function keyText(key: YamlNode): string {
	if (key.type !== 'scalar') throw new TextRefusal('yaml: invalid map key');
	const { tag, value } = resolve(key);
	if (tag === 'null') throw new TextRefusal('Unsupported map key of type: %!s(<nil>)');
	if (tag === 'float') return formatFloat(Math.fround(value));
	return tag === 'bool' || tag === 'int' ? String(value) : key.text;
}

/** What a scalar is to yaml.v2. */
function resolve(scalar: YamlScalar): ResolvedScalar {
	const untagged = scalar.tag === undefined && scalar.style === 'plain';
	if (untagged || scalar.tag === boolTag) {
		const word = words.get(scalar.text);
		if (word !== undefined) return { tag: 'bool', value: word };
		if (untagged && scalar.text === '-0') return { tag: 'int', value: 0 };
	}
	try {
		return resolveScalar(scalar);
	} catch (refusal) {
		if (refusal instanceof ResolveRefusal) throw new TextRefusal(`yaml: ${refusal.message}`);
		throw refusal;
	}
}

const boolTag = `${tagPrefix}bool`;

const words: ReadonlyMap<string, boolean> = new Map(
	['y', 'yes', 'on', 'n', 'no', 'off'].flatMap((word, index): [string, boolean][] => {
		const capitalized = word.charAt(0).toUpperCase() + word.slice(1);
		return [word, capitalized, word.toUpperCase()].map((spelling) => [spelling, index < 3]);
	}),
);

function valueOfScalar(text: string): ConfigValue {
	if (text === 'null') return null;
	if (text === 'true' || text === 'false') return text === 'true';
	if (text.startsWith('"')) return textOf(text);
	const { tag, value } = resolve({ type: 'scalar', at: 0, text, style: 'plain' });
	if (tag === 'int') return value;
	const number = tag === 'float' ? value : Number(text);
	return Number.isInteger(number) ? { opaque: 'float', text: formatFloat(number) } : number;
}

function textOf(json: string): string {
	if (/\\u[dD][89abAB]/.test(json.replaceAll('\\\\', ''))) throw new TextRefusal('yaml: found invalid Unicode character escape code');
	refuseControlCharacters(json);
	return JSON.parse(json) as string;
}

/** yaml.v2 refuses these where go-yaml v4 lets some of them pass. */
function refuseControlCharacters(text: string): void {
	if (forbidden.test(text)) throw new TextRefusal('yaml: control characters are not allowed');
}

const forbidden = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
