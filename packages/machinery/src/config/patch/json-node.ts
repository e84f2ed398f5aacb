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

/** A copy that shares nothing with the node. */
export function copyOfNode(node: JsonNode | null): JsonNode | null {
	if (node === null || node.type === 'scalar') return node;
	if (node.type === 'list') return { type: 'list', items: node.items.map(copyOfNode) };
	return { type: 'map', entries: new Map([...node.entries].map(([key, value]) => [key, copyOfNode(value)])) };
}

/** The node of a JSON text. Throws SyntaxError. */
export function parseJsonNode(text: string): JsonNode | null {
	return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) => {
		if (value === null) return null;
		if (Array.isArray(value)) return { type: 'list', items: value };
		if (typeof value === 'object') return { type: 'map', entries: new Map(Object.entries(value)) };
		return { type: 'scalar', text: context?.source ?? JSON.stringify(value) };
	});
}

/** A text as Go's encoding/json writes it: what could end a script element is escaped. */
export function jsonString(text: string): JsonScalar {
	const escaped = JSON.stringify(text).replaceAll(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
	return { type: 'scalar', text: escaped };
}

/** A finite number as Go's encoding/json writes a float64, which is as JavaScript writes it, but for `-0`. */
export function jsonFloat(value: number): JsonScalar {
	return { type: 'scalar', text: Object.is(value, -0) ? '-0' : String(value) };
}
