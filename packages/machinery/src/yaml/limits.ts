/** What a text may cost. */
export interface YamlLimits {
	/** Octets of input; for a string, code units. */
	readonly size: number;
	/** Levels of maps and lists in each other, aliases followed. */
	readonly depth: number;
	/** Documents, and nodes in them, those that an alias names counted at each of its uses. */
	readonly nodes: number;
}

/**
 * Far beyond any configuration: the largest ones hold a few megabytes of manifests, as text, in some thousand nodes.
 * go-yaml's depth is 10,000 and it has no other limit. Within these, reading takes about a second at most, and a tree can
 * be walked without care for the stack and printed without more indentation than text.
 */
export const defaultYamlLimits: YamlLimits = { size: 16 * 1024 * 1024, depth: 256, nodes: 200_000 };

/**
 * Whether a document consists of its aliases' contents to a larger part than go-yaml allows: 99 % of up to 400,000
 * nodes, falling to 10 % of 4,000,000.
 */
export function excessiveAliasing(nodes: number, ownNodes: number): boolean {
	const aliased = nodes - ownNodes;
	if (aliased <= 100 || nodes <= 1000) return false;
	const allowed = nodes <= 400_000 ? 0.99 : nodes >= 4_000_000 ? 0.1 : 0.99 - (0.89 * (nodes - 400_000)) / 3_600_000;
	return 1 - ownNodes / nodes > allowed;
}
