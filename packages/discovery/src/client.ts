import { create } from '@bufbuild/protobuf';
import { type Affiliate, AffiliateSchema } from '@ichor/api/discovery/affiliate';
import { Cluster } from '@ichor/api/discovery/cluster';
import { type Channel, createClient, type RpcClient } from '@ichor/rpc';
import { type Context, messageOf, rest } from '@ichor/std';
import { maxLife } from './constants.ts';
import { openAffiliate, openEndpoint, sealAffiliate, sealEndpoint } from './seal.ts';

/** Who asks, and of which cluster. */
export interface DiscoveryIdentity {
	readonly clusterId: string;
	/** The cluster's secret: 32 bytes. */
	readonly secret: Uint8Array;
	/** This machine's id; what is told of it by others is left out. */
	readonly affiliateId: string;
}

/** Another machine of the cluster, opened. */
export interface DiscoveredAffiliate {
	readonly id: string;
	readonly affiliate: Affiliate;
	readonly endpoints: readonly { readonly ip: Uint8Array; readonly port: number }[];
}

/** What this machine says of itself. */
export interface LocalAffiliate {
	readonly affiliate: Omit<Affiliate, '$typeName' | '$unknown'>;
	readonly endpoints: readonly { readonly ip: Uint8Array; readonly port: number }[];
}

/**
 * Keeps this machine known to the others of its cluster and the others known here, through a service that can read
 * neither. Runs until the context ends; a service that does not answer is asked again, over a new connection: the old
 * one may hang for minutes, as it does when this machine's address has changed.
 */
export class DiscoveryClient {
	readonly #open: () => Channel;
	readonly #identity: DiscoveryIdentity;
	readonly #others = new Map<string, DiscoveredAffiliate>();
	#local: LocalAffiliate | undefined;
	/** Grows with every announcement, so that one made during a call is not missed. */
	#news = 0;
	#wake: () => void = () => undefined;

	/** @param open makes a connection to the service; it is closed here */
	constructor(open: () => Channel, identity: DiscoveryIdentity) {
		this.#open = open;
		this.#identity = identity;
	}

	get others(): readonly DiscoveredAffiliate[] {
		return [...this.#others.values()];
	}

	/** Says something new of this machine, at once if {@link run} is running. */
	announce(local: LocalAffiliate): void {
		this.#local = local;
		this.#news += 1;
		this.#wake();
	}

	/** @param changed called whenever {@link others} are different */
	async run(context: Context, changed: () => void): Promise<void> {
		while (!context.signal.aborted) {
			try {
				await this.#session(context, changed);
			} catch (error) {
				if (context.signal.aborted) return;
				context.log('warn', 'discovery service does not answer', { error: messageOf(error) });
				await rest(context, retryPause);
			}
		}
	}

	/** One connection, until it fails: what is known of the others holds until the next one has told better. */
	async #session(context: Context, changed: () => void): Promise<void> {
		const { clusterId } = this.#identity;
		const channel = this.#open();
		const client = createClient(Cluster, channel);
		const ended = new AbortController();
		const signal = AbortSignal.any([context.signal, ended.signal]);
		let refreshing: Promise<void> = Promise.resolve();
		try {
			await client.hello({ clusterId, clientVersion: 'v1.13.9' }, { signal, timeout: callTimeout });
			refreshing = this.#keepRefreshing(client, signal).catch((error: unknown) => ended.abort(error));
			let snapshot = true;
			for await (const { affiliates, deleted } of client.watch({ clusterId }, { signal })) {
				if (snapshot) this.#others.clear();
				snapshot = false;
				for (const sealed of affiliates) this.#learn(sealed, deleted);
				changed();
			}
		} finally {
			ended.abort();
			await refreshing;
			channel.close();
		}
	}

	/** Tells the service about this machine at half of the life that it gives, and whenever there is news. */
	async #keepRefreshing(client: RpcClient<typeof Cluster>, signal: AbortSignal): Promise<void> {
		while (!signal.aborted) {
			const told = this.#news;
			await this.#tell(client, signal);
			await this.#untilNews(signal, told);
		}
	}

	/** Half of the life that the service gives, or less when there is something newer to say than what was told, or the end. */
	async #untilNews(signal: AbortSignal, told: number): Promise<void> {
		await new Promise<void>((resolve) => {
			const timer = setTimeout(done, (maxLife * 1000) / 2);
			signal.addEventListener('abort', done, { once: true });
			this.#wake = done;
			function done(): void {
				clearTimeout(timer);
				signal.removeEventListener('abort', done);
				resolve();
			}
			// both may have come while this machine was being told about
			if (this.#news !== told || signal.aborted) done();
		});
	}

	async #tell(client: RpcClient<typeof Cluster>, signal: AbortSignal): Promise<void> {
		if (this.#local === undefined) return;
		const { clusterId, affiliateId, secret } = this.#identity;
		const { affiliate, endpoints } = this.#local;
		await client.affiliateUpdate(
			{
				clusterId,
				affiliateId,
				affiliateData: sealAffiliate(secret, create(AffiliateSchema, affiliate)),
				affiliateEndpoints: endpoints.map((endpoint) => sealEndpoint(secret, endpoint)),
				ttl: { seconds: BigInt(maxLife) },
			},
			{ signal, timeout: callTimeout },
		);
	}

	#learn(sealed: { readonly id: string; readonly data: Uint8Array; readonly endpoints: readonly Uint8Array[] }, deleted: boolean): void {
		if (sealed.id === this.#identity.affiliateId) return;
		const affiliate = deleted ? undefined : openAffiliate(this.#identity.secret, sealed.data);
		if (affiliate === undefined) {
			this.#others.delete(sealed.id);
			return;
		}
		const endpoints = sealed.endpoints.flatMap((endpoint) => openEndpoint(this.#identity.secret, endpoint) ?? []);
		this.#others.set(sealed.id, { id: sealed.id, affiliate, endpoints });
	}
}

/** Milliseconds for a call, and between a failure and the next try. */
const callTimeout = 10_000;
const retryPause = 1000;
