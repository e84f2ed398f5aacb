import type { Context } from '@ichor/std';
import type { TalosClient } from '../api/talos-client.ts';

/** A cluster as its checks see it. Nodes are named by the address under which Kubernetes would know them. */
export interface CheckedCluster {
	/** Reaches every node by its address. */
	readonly client: TalosClient;
	readonly controlPlanes: readonly CheckedNode[];
	readonly workers: readonly CheckedNode[];
}

export interface CheckedNode {
	readonly address: string;
	/** All that it has, the one above among them. */
	readonly addresses: readonly string[];
}

/** Something that is so in a healthy cluster. */
export interface ClusterCheck {
	/** As in "waiting for ...". */
	readonly what: string;
	/** Milliseconds that one look may take, and between two. */
	readonly interval: number;
	/** Returns undefined when it is so, "SKIP" when it need not be, and otherwise what is missing. What it throws is missing too. */
	look(context: Context, cluster: CheckedCluster): Promise<string | undefined>;
}

/** What a check says that does not apply to a cluster. */
export const skipped = 'SKIP';

export function allNodes({ controlPlanes, workers }: CheckedCluster): readonly CheckedNode[] {
	return [...controlPlanes, ...workers];
}
