import type { YamlMap, YamlNode } from '../yaml/node.ts';
import type { ConfigDocument, ConfigPath } from './document.ts';
import type { ConfigPlace } from './errors.ts';

/**
 * Where a path of a document stands in the text that the document came from: at the key, or at the nearest one above it
 * that was written. Undefined for a document that came from no text.
 */
export function placeOf({ source, node }: ConfigDocument, path: ConfigPath, message: string, hint?: string): ConfigPlace | undefined {
	if (source === undefined || node === undefined) return undefined;
	const { line, column } = source.position(offsetOf(node, path));
	return { source: source.name, line, column, message, ...(hint === undefined ? {} : { hint }) };
}

function offsetOf(root: YamlNode, path: ConfigPath): number {
	let node = root;
	let at = root.at;
	for (const step of path) {
		const next = node.type === 'map' ? pairOf(node, String(step)) : node.type === 'seq' ? itemOf(node.items, step) : undefined;
		if (next === undefined) break;
		at = next.at;
		node = next.value;
	}
	return at;
}

function pairOf(map: YamlMap, key: string): { at: number; value: YamlNode } | undefined {
	const pair = map.pairs.find((candidate) => candidate.key.type === 'scalar' && candidate.key.text === key);
	return pair === undefined ? undefined : { at: pair.key.at, value: pair.value };
}

function itemOf(items: readonly YamlNode[], step: string | number): { at: number; value: YamlNode } | undefined {
	const item = items[Number(step)];
	return item === undefined ? undefined : { at: item.at, value: item };
}
