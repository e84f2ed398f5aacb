/** A local cluster as its creator describes it and as state.json in its folder keeps it. */
export interface ClusterDescription {
	readonly name: string;
	/** The URL of its Kubernetes API. */
	readonly endpoint: string;
	readonly network: ClusterNetwork;
	readonly nodes: readonly NodeDescription[];
	/** The root file system that every node runs, read-only. */
	readonly rootFileSystem: string;
	/** The OCI layouts that the supervisor's registry serves on the gateway's address. */
	readonly imageLayouts: readonly string[];
	/** A folder whose layouts it serves besides, also those that come later; undefined without Kubernetes. */
	readonly imageFolder?: string;
	/** The OCI runtime on the host. */
	readonly runtime: string;
}

export interface ClusterNetwork {
	/** An IPv4 prefix: `10.5.0.0/24`. */
	readonly cidr: string;
	/** The bridge's own address, the nodes' gateway: the first host of the prefix. */
	readonly gateway: string;
	readonly mtu: number;
}

export interface NodeDescription {
	readonly name: string;
	readonly address: string;
	readonly controlPlane: boolean;
	/** A configuration to start with, in place of maintenance mode. */
	readonly configuration?: string;
}

/** What the supervisor answers about a node. */
export interface NodeStatus {
	readonly name: string;
	readonly address: string;
	readonly state: 'running' | 'restarting' | 'stopped';
	/** Of the node's PID 1, as the host sees it. */
	readonly pid?: number;
	readonly starts: number;
}
