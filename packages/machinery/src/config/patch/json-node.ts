import { defaultYamlLimits } from '../../yaml/limits.ts';
import { TextRefusal } from '../scalars/refusal.ts';

/** A JSON value that keeps the spelling of its scalars; null is no node. RFC 6902 operations change it in place. */
export type JsonNode = JsonScalar | JsonMap | JsonList;

export interface JsonScalar {
	readonly type: 'scalar';
	/** The JSON text: `"a"`, `1.50`, `true`. */
	readonly text: string;
}

export interface JsonMap {
	readonly type: 'map';
	readonly entries: Map<string, JsonNode | null>;
}

export interface JsonList {
	readonly type: 'list';
	readonly items: (JsonNode | null)[];
}

/** A null that an operation in YAML brings, or that one copied. To upstream it equals an empty map. */
export const writtenNull: JsonScalar = { type: 'scalar', text: 'null' };

/** A null that an operation in JSON brings. To upstream it is not the null that the document has, and equals no other. */
export const broughtNull: JsonScalar = { type: 'scalar', text: 'null' };

/** Makes copies that share nothing with their original, up to a limit: with each `copy` a document could double. */
export class NodeCopier {
	#left = defaultYamlLimits.nodes;

	/** Throws TextRefusal past the limits. */
	copy(node: JsonNode | null, depth = 0): JsonNode | null {
		this.#left -= 1;
		checkDepth(depth);
		if (this.#left < 0) throw new TextRefusal(`the patch copies more than ${defaultYamlLimits.nodes} values`);
		if (node === null || node.type === 'scalar') return node;
		if (node.type === 'list') return { type: 'list', items: node.items.map((item) => this.copy(item, depth + 1)) };
		return { type: 'map', entries: new Map([...node.entries].map(([key, value]) => [key, this.copy(value, depth + 1)])) };
	}
}

/** Throws TextRefusal for a node too far down. */
export function checkDepth(depth: number): void {
	if (depth > defaultYamlLimits.depth) throw new TextRefusal(`nested deeper than ${defaultYamlLimits.depth} levels`);
}

/** The node of a JSON text. Throws SyntaxError, and TextRefusal past the limits. */
export function parseJsonNode(text: string): JsonNode | null {
	checkDepth(nestingOf(text));
	return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) => {
		if (value === null) return null;
		if (Array.isArray(value)) return { type: 'list', items: value };
		if (typeof value === 'object') return { type: 'map', entries: new Map(Object.entries(value)) };
		return { type: 'scalar', text: context?.source ?? JSON.stringify(value) };
	});
}

/** How deep the brackets of a JSON text go. */
function nestingOf(text: string): number {
	let depth = 0;
	let deepest = 0;
	for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
		if (token === '[' || token === '{') depth += 1;
		else if (token === ']' || token === '}') depth -= 1;
		deepest = Math.max(deepest, depth);
	}
	return deepest;
}

/** A text as Go's encoding/json writes it: what could end a script element is escaped. */
export function jsonString(text: string): JsonScalar {
	const escaped = JSON.stringify(text).replaceAll(
		/[<>&\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
	return { type: 'scalar', text: escaped };
}

/** A finite number as Go's encoding/json writes a float64, which is as JavaScript writes it, but for `-0`. */
export function jsonFloat(value: number): JsonScalar {
	return { type: 'scalar', text: Object.is(value, -0) ? '-0' : String(value) };
}
