import { ConfigError, type ConfigPlace } from '../config/errors.ts';
import type { SourceText, YamlMap, YamlNode } from './node.ts';

/**
 * Refuses a tree in which a map has a key twice. go-yaml finds these when it builds values, so they come after every
 * other error of the document. Throws ConfigError `syntax` that names them.
 */
export function refuseDuplicateKeys(root: YamlNode, source: SourceText): void {
	const places: ConfigPlace[] = [];
	collect(root, source, places);
	if (places.length === 0) return;
	const problems = places.map(({ line, message }) => `line ${line}: ${message}`);
	throw new ConfigError('syntax', `yaml: construct errors: ${problems.join('; ')}`, { places });
}

/** Of duplicate keys: enough to mend a file, bounded for a hostile one. */
const maxReported = 20;

function collect(node: YamlNode, source: SourceText, places: ConfigPlace[]): void {
	if (node.type === 'scalar' || node.alias !== undefined) return;
	if (node.type === 'map') collectIn(node, source, places);
	else for (const item of node.items) collect(item, source, places);
}

function collectIn(map: YamlMap, source: SourceText, places: ConfigPlace[]): void {
	const keys = new UniqueKeys();
	for (const { key, value } of map.pairs) {
		const duplicate = map.pairs.length === 1 ? undefined : keys.add(key, source);
		if (duplicate !== undefined && places.length < maxReported) places.push(duplicate);
		collect(key, source, places);
		collect(value, source, places);
	}
}

/**
 * The keys of a map, to find one that is there twice.
 *
 * Keys are the same as in go-yaml: by their text, whatever it resolves to (`1` and `"1"` are one key, `1` and `0x1` two).
 * Maps and lists have no text, so a map has one key of each at most. Aliases go by their name.
 */
class UniqueKeys {
	readonly #scalars = new Map<string, number>();
	#others: Map<string, number> | undefined;

	/** Adds a key. Answers where it went wrong when it is there already. */
	add(key: YamlNode, source: SourceText): ConfigPlace | undefined {
		const at = key.alias?.at ?? key.at;
		if (key.alias === undefined && key.type === 'scalar') return add(this.#scalars, key.text, key.text, at, source);
		this.#others ??= new Map();
		if (key.alias !== undefined) return add(this.#others, `*${key.alias.name}`, key.alias.name, at, source);
		return add(this.#others, key.type, '', at, source);
	}
}

function add(seen: Map<string, number>, key: string, text: string, at: number, source: SourceText): ConfigPlace | undefined {
	const before = seen.get(key);
	if (before === undefined) {
		seen.set(key, at);
		return undefined;
	}
	const message = `mapping key ${JSON.stringify(text)} already defined at line ${source.position(before).line}`;
	return { source: source.name, ...source.position(at), message, hint: 'keep one of the two' };
}
