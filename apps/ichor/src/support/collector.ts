/** What makes one file of a support bundle. */
export interface Collector {
	/** Whose file it is: a node, or the cluster. */
	readonly source: string;
	readonly path: string;
	/** Undefined when there is nothing to write. */
	readonly collect: () => Promise<string | Uint8Array | undefined>;
}

/** What could not be collected. */
export interface CollectorFailure {
	readonly source: string;
	readonly error: unknown;
}

/** What stands for the files of the cluster as a whole. */
export const clusterSource = 'cluster';
