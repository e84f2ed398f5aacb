import { ConfigError } from '../config/errors.ts';
import type { SourceText, YamlMap, YamlNode } from './node.ts';

/**
 * Refuses a tree in which a map has a key twice. go-yaml finds these when it builds values, so they come after every
 * other error of the document. Throws ConfigError `syntax` that names them.
 */
export function refuseDuplicateKeys(root: YamlNode, source: SourceText): void {
	const duplicates = findDuplicateKeys(root, source);
	if (duplicates.length === 0) return;
	const problems = duplicates.map(({ at, message }) => `line ${source.position(at).line}: ${message}`);
	throw new ConfigError('syntax', `yaml: construct errors: ${problems.join('; ')}`, {
		places: duplicates.map(({ at, message }) => ({ source: source.name, ...source.position(at), message, hint: 'keep one of the two' })),
	});
}

/** A key that stands in its map a second time. */
export interface DuplicateKey {
	readonly at: number;
	/** go-yaml's text, which says where it stands before. */
	readonly message: string;
}

/** The duplicate keys of a tree, those of each map before those below it; a map with some is not looked into. */
export function findDuplicateKeys(root: YamlNode, source: SourceText): readonly DuplicateKey[] {
	const found: DuplicateKey[] = [];
	collect(root, source, found);
	return found;
}

/** Of duplicate keys: enough to mend a file, bounded for a hostile one. */
const maxReported = 20;

function collect(node: YamlNode, source: SourceText, found: DuplicateKey[]): void {
	if (node.type === 'scalar' || node.alias !== undefined) return;
	if (node.type === 'seq') {
		for (const item of node.items) collect(item, source, found);
		return;
	}
	const before = found.length;
	if (node.pairs.length > 1) collectIn(node, source, found);
	if (found.length > before) return;
	for (const { key, value } of node.pairs) {
		collect(key, source, found);
		collect(value, source, found);
	}
}

/** Each key with each that follows it, as go-yaml compares them. */
function collectIn(map: YamlMap, source: SourceText, found: DuplicateKey[]): void {
	const places = new Map<string, number[]>();
	for (const { key } of map.pairs) {
		const same = places.get(identityOf(key));
		if (same === undefined) places.set(identityOf(key), [placeOf(key)]);
		else same.push(placeOf(key));
	}
	if (places.size === map.pairs.length) return;
	for (const { key } of map.pairs) {
		const [first = 0, ...others] = places.get(identityOf(key)) ?? [];
		const message = `mapping key ${JSON.stringify(textOf(key))} already defined at line ${source.position(first).line}`;
		for (const at of others.slice(0, maxReported - found.length)) found.push({ at, message });
		places.set(identityOf(key), others);
		if (found.length >= maxReported) return;
	}
}

/**
 * Keys are the same as in go-yaml: by their text, whatever it resolves to (`1` and `"1"` are one key, `1` and `0x1` two).
 * Maps and lists have no text, so a map has one key of each at most. Aliases go by their name.
 */
function identityOf(key: YamlNode): string {
	return `${key.alias === undefined ? key.type : 'alias'} ${textOf(key)}`;
}

function textOf(key: YamlNode): string {
	return key.alias?.name ?? (key.type === 'scalar' ? key.text : '');
}

function placeOf(key: YamlNode): number {
	return key.alias?.at ?? key.at;
}
