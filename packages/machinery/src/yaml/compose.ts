import type { ConfigError } from '../config/errors.ts';
import { excessiveAliasing, type YamlLimits } from './limits.ts';
import type { SourceText, YamlDocument, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSeq } from './node.ts';
import { tagPrefix } from './resolve.ts';
import { Scanner } from './scanner.ts';
import type { Token, TokenType } from './token.ts';
import { refuseDuplicateKeys } from './unique-keys.ts';
import { yamlError } from './yaml-error.ts';

/**
 * The documents of a text as trees of nodes, each read when it is its turn.
 *
 * Follows go-yaml's grammar, with its slips: `%YAML 1.2` is refused, anchors of a document are known in the next ones,
 * and in a flow list `? ,` loses its comma. Throws ConfigError `syntax`.
 */
export function composeDocuments(source: SourceText, limits: YamlLimits, options: ComposeOptions = {}): Generator<YamlDocument> {
	return new Composer(source, limits, options).documents();
}

export interface ComposeOptions {
	/** Lets a key stand in a map twice. */
	readonly duplicateKeys?: boolean;
	/** Leaves what follows the first document unread, wrong as it may be. */
	readonly firstOnly?: boolean;
}

interface Anchored {
	readonly node: YamlNode;
	/** Nodes in it, itself included. */
	nodes: number;
	/** Levels of maps and lists in it. */
	height: number;
	/** Still being read: an alias to it would be a cycle. */
	open: boolean;
}

interface Properties {
	readonly at: number;
	readonly anchor: string | undefined;
	readonly tag: string | undefined;
}

class Composer {
	readonly #source: SourceText;
	readonly #limits: YamlLimits;
	readonly #options: ComposeOptions;
	readonly #scanner: Scanner;
	readonly #anchors = new Map<string, Anchored>();
	/** Prefixes of the tag handles of the document. */
	readonly #prefixes = new Map<string, string>();

	#depth = 0;
	/** The most levels that a part of the collection being read has. */
	#tallest = 0;
	/** Documents and nodes so far, as often as aliases use them, and as they are written. */
	#nodes = 0;
	#ownNodes = 0;

	constructor(source: SourceText, limits: YamlLimits, options: ComposeOptions) {
		this.#source = source;
		this.#options = options;
		this.#limits = limits;
		this.#scanner = new Scanner(source, limits);
	}

	*documents(): Generator<YamlDocument> {
		for (let isFirst = true; ; isFirst = false) {
			while (this.#peek() === 'document-end') this.#take();
			if (this.#peek() === 'stream-end') return;
			yield this.#document(isFirst);
			if (this.#options.firstOnly === true) return;
		}
	}

	#document(mayBeImplicit: boolean): YamlDocument {
		this.#prefixes.clear();
		const at = this.#at();
		const nodesBefore = ++this.#nodes;
		const ownNodesBefore = ++this.#ownNodes;
		this.#checkCost(at, 0);
		let root: YamlNode | undefined;
		const first = this.#peek();
		if (mayBeImplicit && first !== 'version-directive' && first !== 'tag-directive' && first !== 'document-start') {
			root = this.#node(true, false);
		} else {
			this.#directives();
			if (this.#peek() !== 'document-start') throw this.#error(this.#at(), 'did not find expected <document start>');
			this.#take();
			if (!documentBoundaries.has(this.#peek())) root = this.#node(true, false);
		}
		if (this.#peek() === 'document-end') this.#take();
		if (root !== undefined && this.#options.duplicateKeys !== true) refuseDuplicateKeys(root, this.#source);
		if (excessiveAliasing(this.#nodes - nodesBefore, this.#ownNodes - ownNodesBefore)) {
			throw yamlError(this.#source, 'constructor', at, 'document contains excessive aliasing');
		}
		return { root, at };
	}

	#directives(): void {
		let version = false;
		for (let type = this.#peek(); type === 'version-directive' || type === 'tag-directive'; type = this.#peek()) {
			const directive = this.#take();
			if (type === 'tag-directive') {
				if (this.#prefixes.has(directive.text)) throw this.#error(directive.at, 'found duplicate %TAG directive');
				this.#prefixes.set(directive.text, directive.suffix);
				continue;
			}
			if (version) throw this.#error(directive.at, 'found duplicate %YAML directive');
			if (directive.suffix !== '1.1') throw this.#error(directive.at, 'found incompatible YAML document');
			version = true;
		}
	}

	/** A node; `indentless` when a list may begin in the column of the key that it belongs to. */
	#node(block: boolean, indentless: boolean): YamlNode {
		if (this.#peek() === 'alias') return this.#alias(this.#take());
		const properties = this.#properties();
		const { at, anchor, tag } = properties;
		const type = this.#peek();
		switch (type) {
			case 'scalar': {
				const { text, style } = this.#take();
				return this.#leaf(anchor, tag === undefined ? { type, at, text, style } : { type, at, text, style, tag });
			}
			case 'flow-seq':
				return this.#flowSeq(properties);
			case 'flow-map':
				return this.#flowMap(properties);
			case 'block-seq':
				if (block) return this.#blockSeq(properties);
				break;
			case 'block-map':
				if (block) return this.#blockMap(properties);
				break;
			case 'entry':
				if (indentless) return this.#indentlessSeq(properties);
				break;
			default:
		}
		if (anchor !== undefined || tag !== undefined) return this.#leaf(anchor, emptyScalar(at, tag));
		const doing = block ? 'while parsing a block node' : 'while parsing a flow node';
		throw this.#error(this.#at(), 'did not find expected node content', doing, at);
	}

	#properties(): Properties {
		const at = this.#at();
		let anchor = this.#anchor();
		const tag = this.#tag(at);
		if (tag !== undefined) anchor ??= this.#anchor();
		return { at, anchor, tag };
	}

	#anchor(): string | undefined {
		return this.#peek() === 'anchor' ? this.#take().text : undefined;
	}

	#tag(nodeAt: number): string | undefined {
		if (this.#peek() !== 'tag') return undefined;
		const { at, text: handle, suffix } = this.#take();
		if (handle === '') return suffix;
		const prefix = this.#prefixes.get(handle) ?? defaultPrefixes.get(handle);
		if (prefix === undefined) throw this.#error(at, 'found undefined tag handle', 'while parsing a node', nodeAt);
		return prefix + suffix;
	}

	#alias(alias: Token): YamlNode {
		const anchored = this.#anchors.get(alias.text);
		if (anchored === undefined) throw yamlError(this.#source, 'composer', alias.at, `unknown anchor '${alias.text}' referenced`);
		if (anchored.open) throw yamlError(this.#source, 'composer', alias.at, `anchor '${alias.text}' value contains itself`);
		this.#ownNodes++;
		this.#nodes += 1 + anchored.nodes;
		this.#tallest = Math.max(this.#tallest, anchored.height);
		this.#checkCost(alias.at, this.#depth + anchored.height);
		return { ...anchored.node, alias: { name: alias.text, at: alias.at } };
	}

	#leaf(anchor: string | undefined, scalar: YamlScalar): YamlScalar {
		this.#ownNodes++;
		this.#nodes++;
		this.#checkCost(scalar.at, this.#depth);
		if (anchor !== undefined) this.#anchors.set(anchor, { node: scalar, nodes: 1, height: 0, open: false });
		return scalar;
	}

	#emptyLeaf(at: number): YamlScalar {
		return this.#leaf(undefined, emptyScalar(at, undefined));
	}

	/** Reads what is in a map or list with `fill`, and counts it. */
	#collection<T extends YamlNode>(node: T, anchor: string | undefined, fill: () => void): T {
		const nodesBefore = this.#nodes;
		const tallestBefore = this.#tallest;
		const anchored: Anchored | undefined = anchor === undefined ? undefined : { node, nodes: 0, height: 0, open: true };
		if (anchor !== undefined && anchored !== undefined) this.#anchors.set(anchor, anchored);
		this.#ownNodes++;
		this.#nodes++;
		this.#depth++;
		this.#tallest = 0;
		this.#checkCost(node.at, this.#depth);
		fill();
		this.#depth--;
		const height = this.#tallest + 1;
		this.#tallest = Math.max(tallestBefore, height);
		if (anchored !== undefined) Object.assign(anchored, { nodes: this.#nodes - nodesBefore, height, open: false });
		return node;
	}

	#blockSeq(properties: Properties): YamlSeq {
		const start = this.#take();
		const items: YamlNode[] = [];
		return this.#collection(seqNode(properties, items, false), properties.anchor, () => {
			while (this.#peek() === 'entry') {
				const entry = this.#take();
				const type = this.#peek();
				items.push(type === 'entry' || type === 'block-end' ? this.#emptyLeaf(entry.end) : this.#node(true, false));
			}
			if (this.#peek() !== 'block-end') {
				throw this.#error(this.#at(), "did not find expected '-' indicator", 'while parsing a block collection', start.at);
			}
			this.#take();
		});
	}

	#indentlessSeq(properties: Properties): YamlSeq {
		const items: YamlNode[] = [];
		return this.#collection(seqNode(properties, items, false), properties.anchor, () => {
			while (this.#peek() === 'entry') {
				const entry = this.#take();
				const type = this.#peek();
				items.push(type === 'entry' || endsBlockPart(type) ? this.#emptyLeaf(entry.end) : this.#node(true, false));
			}
		});
	}

	#blockMap(properties: Properties): YamlMap {
		const start = this.#take();
		const pairs: YamlPair[] = [];
		return this.#collection(mapNode(properties, pairs, false), properties.anchor, () => {
			while (this.#peek() === 'key') {
				const indicator = this.#take();
				const key = endsBlockPart(this.#peek()) ? this.#emptyLeaf(indicator.end) : this.#node(true, true);
				pairs.push({ key, value: this.#blockValue() });
			}
			if (this.#peek() !== 'block-end') {
				throw this.#error(this.#at(), 'did not find expected key', 'while parsing a block mapping', start.at);
			}
			this.#take();
		});
	}

	#blockValue(): YamlNode {
		if (this.#peek() !== 'value') return this.#emptyLeaf(this.#at());
		const indicator = this.#take();
		return endsBlockPart(this.#peek()) ? this.#emptyLeaf(indicator.end) : this.#node(true, true);
	}

	#flowSeq(properties: Properties): YamlSeq {
		const start = this.#take();
		const items: YamlNode[] = [];
		return this.#collection(seqNode(properties, items, true), properties.anchor, () => {
			while (this.#moreInFlow('flow-seq-end', items.length > 0, start.at)) {
				items.push(this.#peek() === 'key' ? this.#flowPair() : this.#node(false, false));
			}
		});
	}

	/** `a: b` in a list: a map of one pair. */
	#flowPair(): YamlMap {
		const indicator = this.#take();
		const pairs: YamlPair[] = [];
		return this.#collection({ type: 'map', at: indicator.at, pairs, flow: true }, undefined, () => {
			const type = this.#peek();
			const ends = type === 'value' || type === 'comma' || type === 'flow-seq-end';
			// go-yaml's slip: what ends an empty key is lost
			const key = ends ? this.#emptyLeaf(this.#take().end) : this.#node(false, false);
			pairs.push({ key, value: this.#flowValue('flow-seq-end') });
		});
	}

	#flowMap(properties: Properties): YamlMap {
		const start = this.#take();
		const pairs: YamlPair[] = [];
		return this.#collection(mapNode(properties, pairs, true), properties.anchor, () => {
			while (this.#moreInFlow('flow-map-end', pairs.length > 0, start.at)) {
				if (this.#peek() !== 'key') {
					const key = this.#node(false, false);
					pairs.push({ key, value: this.#emptyLeaf(this.#at()) });
					continue;
				}
				this.#take();
				const type = this.#peek();
				const ends = type === 'value' || type === 'comma' || type === 'flow-map-end';
				const key = ends ? this.#emptyLeaf(this.#at()) : this.#node(false, false);
				pairs.push({ key, value: this.#flowValue('flow-map-end') });
			}
		});
	}

	#flowValue(closing: TokenType): YamlNode {
		const at = this.#at();
		if (this.#peek() !== 'value') return this.#emptyLeaf(at);
		this.#take();
		const type = this.#peek();
		if (type !== 'comma' && type !== closing) return this.#node(false, false);
		return this.#emptyLeaf(closing === 'flow-map-end' ? this.#at() : at);
	}

	/** Steps over the comma between entries, or over the end of the collection: then there are no more. */
	#moreInFlow(closing: 'flow-seq-end' | 'flow-map-end', commaNeeded: boolean, start: number): boolean {
		if (commaNeeded && this.#peek() !== closing) {
			if (this.#peek() !== 'comma') {
				const [kind, bracket] = closing === 'flow-seq-end' ? ['sequence', ']'] : ['mapping', '}'];
				throw this.#error(this.#at(), `did not find expected ',' or '${bracket}'`, `while parsing a flow ${kind}`, start);
			}
			this.#take();
		}
		if (this.#peek() !== closing) return true;
		this.#take();
		return false;
	}

	#checkCost(at: number, depth: number): void {
		if (depth > this.#limits.depth) throw yamlError(this.#source, 'composer', at, `exceeded max depth of ${this.#limits.depth}`);
		if (this.#nodes > this.#limits.nodes)
			throw yamlError(this.#source, 'composer', at, `exceeded max number of ${this.#limits.nodes} nodes`);
	}

	#peek(): TokenType {
		return this.#scanner.peek();
	}

	#at(): number {
		return this.#scanner.next().at;
	}

	#take(): Token {
		const next = this.#scanner.next();
		this.#scanner.skip();
		return next;
	}

	#error(at: number, problem: string, doing?: string, from = at): ConfigError {
		return yamlError(this.#source, 'parser', at, problem, doing === undefined ? undefined : { doing, at: from });
	}
}

const documentBoundaries: ReadonlySet<TokenType> = new Set([
	'version-directive',
	'tag-directive',
	'document-start',
	'document-end',
	'stream-end',
]);

const defaultPrefixes: ReadonlyMap<string, string> = new Map([
	['!', '!'],
	['!!', tagPrefix],
]);

function endsBlockPart(type: TokenType): boolean {
	return type === 'key' || type === 'value' || type === 'block-end';
}

function emptyScalar(at: number, tag: string | undefined): YamlScalar {
	const scalar = { type: 'scalar', at, text: '', style: 'plain' } as const;
	return tag === undefined ? scalar : { ...scalar, tag };
}

function seqNode({ at, tag }: Properties, items: readonly YamlNode[], flow: boolean): YamlSeq {
	return tag === undefined ? { type: 'seq', at, items, flow } : { type: 'seq', at, items, flow, tag };
}

function mapNode({ at, tag }: Properties, pairs: readonly YamlPair[], flow: boolean): YamlMap {
	return tag === undefined ? { type: 'map', at, pairs, flow } : { type: 'map', at, pairs, flow, tag };
}
