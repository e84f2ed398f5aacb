import type { YamlMap, YamlNode, YamlPair, YamlSeq } from '../../yaml/node.ts';
import { findText } from '../read-document.ts';
import { TextRefusal } from '../scalars/refusal.ts';

/** What a `$patch: delete` of a patch points at: a document, a field of it, or an item of a list. */
export interface DeleteSelector {
	readonly apiVersion: string;
	/** `v1alpha1` for the root document. */
	readonly kind: string;
	readonly name?: string;
	/** Keys from the document's root, list positions as `[0]`; none for the document itself. */
	readonly path: readonly string[];
	/** The key and the text by which an item of a list is found. */
	readonly item?: { readonly key: string; readonly text: string };
	/** Where the marker stands. */
	readonly at: number;
}

export interface ExtractedDeletes {
	/** In the order of their markers. */
	readonly selectors: readonly DeleteSelector[];
	/** The document without the markers and what they empty; absent when nothing is left of it. */
	readonly rest?: YamlNode;
}

/**
 * Takes the `$patch: delete` markers out of a document of a patch. A document of which only its identity is left (and
 * no `apiVersion`) is nothing any more; markers behind an alias are not seen. Throws TextRefusal.
 */
export function extractDeletes(root: YamlNode): ExtractedDeletes {
	const extractor = new Extractor(root);
	const rest = extractor.prune(root, false, []);
	const { selectors } = extractor;
	return rest === undefined || isEmptyDocument(rest) ? { selectors } : { selectors, rest };
}

class Extractor {
	readonly selectors: DeleteSelector[] = [];
	readonly #root: YamlNode;

	constructor(root: YamlNode) {
		this.#root = root;
	}

	/** The node without markers; undefined when it was marked, or when nothing but markers was in it. */
	prune(node: YamlNode, isItem: boolean, path: readonly string[]): YamlNode | undefined {
		if (node.alias !== undefined || node.type === 'scalar') return node;
		return node.type === 'map' ? this.#pruneMap(node, isItem, path) : this.#pruneSeq(node, path);
	}

	#pruneMap(map: YamlMap, isItem: boolean, path: readonly string[]): YamlMap | undefined {
		const kept: YamlPair[] = [];
		for (const [index, pair] of map.pairs.entries()) {
			if (isMarker(pair)) {
				if (!isItem) refuseInsideOfList(path);
				const selector = this.#selector(path, pair.key.at);
				this.selectors.push(isItem ? { ...selector, item: itemKey([...kept, ...map.pairs.slice(index)], path) } : selector);
				return undefined;
			}
			const value = this.prune(pair.value, false, [...path, textOf(pair.key)]);
			if (value !== undefined) kept.push({ key: pair.key, value });
		}
		return kept.length === 0 && map.pairs.length > 0 ? undefined : { ...map, pairs: kept };
	}

	#pruneSeq(seq: YamlSeq, path: readonly string[]): YamlSeq | undefined {
		const kept: YamlNode[] = [];
		for (const item of seq.items) {
			const pruned = this.prune(item, true, [...path, `[${kept.length}]`]);
			if (pruned !== undefined) kept.push(pruned);
		}
		return kept.length === 0 && seq.items.length > 0 ? undefined : { ...seq, items: kept };
	}

	#selector(path: readonly string[], at: number): DeleteSelector {
		if (this.#root.type !== 'map') throw new TextRefusal('expected a mapping node');
		const [apiVersion, kind, name] = ['apiVersion', 'kind', 'name'].map((key) => findText(this.#root as YamlMap, key)) as [
			string,
			string,
			string,
		];
		if (path.length === 0) this.#requireIdentity();
		if ((apiVersion === '') !== (kind === '')) throw new TextRefusal(`kind and apiVersion must be both set for path ${path.join('.')}`);
		return { apiVersion, kind: kind || 'v1alpha1', ...(name === '' ? {} : { name }), path, at };
	}

	#requireIdentity(): void {
		for (const key of ['apiVersion', 'kind']) {
			const found = this.#root.type === 'map' && this.#root.pairs.some((pair) => isPlainKey(pair.key, key));
			if (!found) throw new TextRefusal(`missing ${key} in document for which $patch: delete is used`);
		}
	}
}

function isMarker({ key, value }: YamlPair): boolean {
	return textOf(key) === '$patch' && value.type === 'scalar' && value.alias === undefined && value.text === 'delete';
}

/** The first pair of an item beside the marker says which item is meant. */
function itemKey(pairs: readonly YamlPair[], path: readonly string[]): { readonly key: string; readonly text: string } {
	const pair = pairs.find((candidate) => !isMarker(candidate));
	if (pair === undefined) throw new TextRefusal(`no key:val found in sequence node for path ${path.join('.')}`);
	return { key: textOf(pair.key), text: textOf(pair.value) };
}

function isPlainKey(key: YamlNode, text: string): boolean {
	return key.type === 'scalar' && key.alias === undefined && key.text === text;
}

/** As upstream sees a node's value: nothing for maps and lists, its name for an alias. */
function textOf(node: YamlNode): string {
	return node.alias?.name ?? (node.type === 'scalar' ? node.text : '');
}

function refuseInsideOfList(path: readonly string[]): void {
	if (path.some((step) => step.startsWith('[') || step === '')) throw new TextRefusal(`cannot delete an inner key in '${path.join('.')}'`);
}

/** Only what identifies the root document, or a document without its version, is left. */
function isEmptyDocument(node: YamlNode): boolean {
	return (
		node.type === 'map' &&
		node.pairs.every(
			({ key, value }) =>
				['version', 'kind', 'name'].some((name) => isPlainKey(key, name)) && value.type === 'scalar' && value.alias === undefined,
		)
	);
}
