import type { ConfigPlace } from '../config/errors.ts';
import type { SourceText, YamlNode } from './node.ts';

/**
 * The keys of a map, to find one that is there twice.
 *
 * Keys are the same as in go-yaml: by their text, whatever it resolves to (`1` and `"1"` are one key, `1` and `0x1` two).
 * Maps and lists have no text, so a map has one key of each at most. Aliases go by their name.
 */
export class UniqueKeys {
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
