/** The attributes of a node or an edge: `{ shape: 'box' }`. */
type Attributes = Readonly<Record<string, string>>;

interface DotNode {
	readonly id: string;
	readonly number: number;
	attributes: Attributes;
}

interface DotEdge {
	readonly from: DotNode;
	readonly to: DotNode;
	readonly attributes: Attributes;
}

/** A directed graph in Graphviz's language, laid out as github.com/emicklei/dot lays it out, which prints upstream's. */
export class DotGraph {
	readonly #root = new Level('digraph ', {});
	readonly #clusters = new Map<string, Level>();
	readonly #edges: DotEdge[] = [];
	#numbered = 0;

	/** The node of that id, made when it is not there yet; attributes are added to those that it has. */
	node(id: string, attributes: Attributes = {}): DotNode {
		return this.#nodeIn(this.#root, id, attributes);
	}

	/** Makes the frame of that title when it is not there yet. */
	frame(title: string): void {
		this.#frame(title);
	}

	/** A node in the frame of that title. */
	framed(title: string, id: string, attributes: Attributes = {}): DotNode {
		return this.#nodeIn(this.#frame(title), id, attributes);
	}

	edge(from: DotNode, to: DotNode, attributes: Attributes): void {
		this.#edges.push({ from, to, attributes });
	}

	toString(): string {
		const clusters = [...this.#clusters].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, level]) => `${level.text(1, '', [])}\n\t`);
		return `${this.#root.text(0, clusters.join(''), this.#edges)}\n`;
	}

	#frame(title: string): Level {
		const frame = this.#clusters.get(title) ?? new Level(`subgraph cluster_s${++this.#numbered}`, { label: title });
		this.#clusters.set(title, frame);
		return frame;
	}

	#nodeIn(level: Level, id: string, attributes: Attributes): DotNode {
		const node = level.nodes.get(id) ?? this.#root.nodes.get(id) ?? { id, number: ++this.#numbered, attributes: { label: id } };
		node.attributes = { ...node.attributes, ...attributes };
		if (!this.#root.nodes.has(id)) level.nodes.set(id, node);
		return node;
	}
}

/** The graph as a whole, or a frame in it. */
class Level {
	readonly nodes = new Map<string, DotNode>();
	readonly #head: string;
	readonly #attributes: Attributes;

	constructor(head: string, attributes: Attributes) {
		this.#head = head;
		this.#attributes = attributes;
	}

	/** @param depth how many levels are around it */
	text(depth: number, inner: string, edges: readonly DotEdge[]): string {
		const outside = `\n${'\t'.repeat(depth)}`;
		const line = `${outside}\t`;
		const own = Object.entries(this.#attributes).map(([key, value]) => `${key}=${JSON.stringify(value)};`);
		const nodes = [...this.nodes.values()].toSorted(byId).map(({ number, attributes }) => `n${number}${inBrackets(attributes)};${line}`);
		const arrows = edges
			.toSorted((a, b) => byId(a.from, b.from))
			.map(({ from, to, attributes }) => `n${from.number}->n${to.number}${inBrackets(attributes)};${line}`);
		return `${this.#head} {${line}${inner}${own.join('')}${line}${nodes.join('')}${arrows.join('')}${outside}}`;
	}
}

function byId(a: DotNode, b: DotNode): number {
	return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

function inBrackets(attributes: Attributes): string {
	const pairs = Object.entries(attributes).toSorted(([a], [b]) => (a < b ? -1 : 1));
	return pairs.length === 0 ? '' : `[${pairs.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(',')}]`;
}
