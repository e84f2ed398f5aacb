import {
	maxAffiliateData,
	maxAffiliatesPerCluster,
	maxEndpointSize,
	maxEndpointsPerAffiliate,
	maxIdentifier,
	maxLife,
} from './constants.ts';
import { DiscoveryError } from './errors.ts';

/** A machine's note as the service holds it: sealed, all of it. */
export interface SealedAffiliate {
	readonly id: string;
	readonly data: Uint8Array;
	readonly endpoints: readonly Uint8Array[];
}

/** What changed in a cluster: affiliates as they are now, or ids that are gone. */
export interface DirectoryChange {
	readonly affiliates: readonly SealedAffiliate[];
	readonly deleted: boolean;
}

/** The clusters that a discovery service knows, in memory, bounded, each affiliate until its life is over. */
export class Directory {
	readonly #clusters = new Map<string, Cluster>();
	readonly #now: () => number;

	/** @param now milliseconds on a clock that does not jump */
	constructor(now: () => number) {
		this.#now = now;
	}

	list(clusterId: string): readonly SealedAffiliate[] {
		this.#expire(clusterId);
		return [...(this.#clusters.get(clusterId)?.affiliates.values() ?? [])].map(({ sealed }) => sealed);
	}

	/**
	 * Adds to what is known of an affiliate.
	 *
	 * @param life seconds
	 * @throws DiscoveryError `limit`
	 */
	update(clusterId: string, id: string, data: Uint8Array | undefined, endpoints: readonly Uint8Array[], life: number): void {
		check(
			clusterId.length > 0 && clusterId.length <= maxIdentifier && id.length > 0 && id.length <= maxIdentifier,
			'an identifier is empty or too long',
		);
		check((data?.length ?? 0) <= maxAffiliateData, `affiliate data is over ${maxAffiliateData} bytes`);
		check(
			endpoints.every(({ length }) => length <= maxEndpointSize),
			`an endpoint is over ${maxEndpointSize} bytes`,
		);
		this.#expire(clusterId);
		const cluster = this.#clusters.get(clusterId) ?? { affiliates: new Map<string, Entry>(), watchers: new Set<Watcher>() };
		const known = cluster.affiliates.get(id)?.sealed;
		check(
			known !== undefined || cluster.affiliates.size < maxAffiliatesPerCluster,
			`a cluster has at most ${maxAffiliatesPerCluster} affiliates`,
		);
		const all = new Map([...(known?.endpoints ?? []), ...endpoints].map((endpoint) => [Buffer.from(endpoint).toString('hex'), endpoint]));
		check(all.size <= maxEndpointsPerAffiliate, `an affiliate has at most ${maxEndpointsPerAffiliate} endpoints`);
		const sealed = { id, data: data ?? known?.data ?? new Uint8Array(), endpoints: [...all.values()] };
		cluster.affiliates.set(id, { sealed, until: this.#now() + Math.min(life, maxLife) * 1000 });
		this.#clusters.set(clusterId, cluster);
		tell(cluster, { affiliates: [sealed], deleted: false });
	}

	delete(clusterId: string, id: string): void {
		const cluster = this.#clusters.get(clusterId);
		if (cluster?.affiliates.delete(id) === true)
			tell(cluster, { affiliates: [{ id, data: new Uint8Array(), endpoints: [] }], deleted: true });
	}

	/** Calls `watcher` with every change from now on, until the returned function is called. */
	watch(clusterId: string, watcher: Watcher): () => void {
		const cluster = this.#clusters.get(clusterId) ?? { affiliates: new Map<string, Entry>(), watchers: new Set<Watcher>() };
		this.#clusters.set(clusterId, cluster);
		cluster.watchers.add(watcher);
		return () => {
			cluster.watchers.delete(watcher);
			if (cluster.watchers.size === 0 && cluster.affiliates.size === 0) this.#clusters.delete(clusterId);
		};
	}

	#expire(clusterId: string): void {
		const cluster = this.#clusters.get(clusterId);
		for (const [id, { until }] of cluster?.affiliates ?? []) if (until <= this.#now()) this.delete(clusterId, id);
	}
}

export type Watcher = (change: DirectoryChange) => void;

interface Entry {
	readonly sealed: SealedAffiliate;
	readonly until: number;
}

interface Cluster {
	readonly affiliates: Map<string, Entry>;
	readonly watchers: Set<Watcher>;
}

function tell({ watchers }: Cluster, change: DirectoryChange): void {
	for (const watcher of watchers) watcher(change);
}

function check(condition: boolean, message: string): void {
	if (!condition) throw new DiscoveryError('limit', message);
}
