/** The whole state of a node at one moment, as people see it. */
export interface Snapshot {
	/** The spec of every type's definition, by the type's name. */
	readonly definitions: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
	/** By type; a type without resources has none or an empty list. */
	readonly resources: ReadonlyMap<string, readonly SnapshotResource[]>;
}

export interface SnapshotResource {
	readonly id: string;
	readonly owner: string;
	/** The keys of its labels. */
	readonly labels: readonly string[];
	/** Plain data. */
	readonly spec: unknown;
}
