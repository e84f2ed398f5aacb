import {
	Compare_CompareResult,
	Compare_CompareTarget,
	Event_EventType,
	KV,
	Lease,
	RangeRequest_SortOrder,
	RangeRequest_SortTarget,
	Watch,
} from '@ichor/api/etcd';
import { type Channel, createClient, openChannel } from '@ichor/rpc';
import type { Context } from '@ichor/std';
import type { EtcdEndpoints } from '../etcd-client.ts';

/** A key of an election. */
export interface ElectionEntry {
	readonly key: string;
	/** Who put it there. */
	readonly value: string;
	/** How often it was put: once, and again by every {@link ElectionStore.putAgain}. */
	readonly version: number;
	/** Of the last put. */
	readonly revision: bigint;
}

/** What an election needs of etcd. Every call throws an RpcError when the cluster does not answer. */
export interface ElectionStore {
	/** A lease that ends so many seconds after the last renewal. */
	grant(context: Context, seconds: number): Promise<bigint>;
	/** Returns the seconds that the lease has left from now on; 0 when it has ended. */
	renew(context: Context, lease: bigint): Promise<number>;
	/** Ends a lease and removes the keys that hang on it. */
	revoke(context: Context, lease: bigint): Promise<void>;
	/** Puts a key that goes when the lease does. */
	put(context: Context, key: string, value: string, lease: bigint): Promise<void>;
	/** Puts a key again that is still there; false when it is not, and is not put then. It stays as old as it was. */
	putAgain(context: Context, key: string, value: string, lease: bigint): Promise<boolean>;
	remove(context: Context, key: string): Promise<void>;
	/** Removes an entry, unless it has been put again since. */
	removeUnchanged(context: Context, entry: Pick<ElectionEntry, 'key' | 'revision'>): Promise<void>;
	/** The two keys with this prefix that were created first, as a quorum has them. */
	oldest(context: Context, prefix: string): Promise<readonly ElectionEntry[]>;
	/** Yields once the watch stands, and after every change of keys with this prefix: the keys that are gone. */
	changes(context: Context, prefix: string): AsyncIterable<readonly string[]>;
	close(): void;
}

/** The store of one member: a candidate trusts its own member, which has lost its quorum when the machine is cut off. */
export function openElectionStore({ addresses: [address = ''], tls }: EtcdEndpoints): ElectionStore {
	return electionStore(openChannel(address, { tls }));
}

/** The same on a channel that is open. */
export function electionStore(channel: Channel): ElectionStore {
	const [kv, leases, watches] = [createClient(KV, channel), createClient(Lease, channel), createClient(Watch, channel)];
	return {
		grant: async ({ signal }, seconds) => (await leases.leaseGrant({ TTL: BigInt(seconds) }, { signal })).ID,
		async renew({ signal }, lease) {
			for await (const { TTL } of leases.leaseKeepAlive([{ ID: lease }], { signal })) return Number(TTL);
			return 0;
		},
		async revoke({ signal }, lease) {
			await leases.leaseRevoke({ ID: lease }, { signal });
		},
		async put({ signal }, key, value, lease) {
			await kv.put({ key: encode(key), value: encode(value), lease }, { signal });
		},
		async putAgain({ signal }, key, value, lease) {
			const isThere = {
				key: encode(key),
				target: Compare_CompareTarget.VERSION,
				result: Compare_CompareResult.GREATER,
				targetUnion: { case: 'version' as const, value: 0n },
			};
			const put = { request: { case: 'requestPut' as const, value: { key: encode(key), value: encode(value), lease } } };
			return (await kv.txn({ compare: [isThere], success: [put] }, { signal })).succeeded;
		},
		async remove({ signal }, key) {
			await kv.deleteRange({ key: encode(key) }, { signal });
		},
		async removeUnchanged({ signal }, { key, revision }) {
			const isUnchanged = {
				key: encode(key),
				target: Compare_CompareTarget.MOD,
				result: Compare_CompareResult.EQUAL,
				targetUnion: { case: 'modRevision' as const, value: revision },
			};
			const removal = { request: { case: 'requestDeleteRange' as const, value: { key: encode(key) } } };
			await kv.txn({ compare: [isUnchanged], success: [removal] }, { signal });
		},
		async oldest({ signal }, prefix) {
			const { kvs } = await kv.range(
				{
					...rangeOf(prefix),
					limit: 2n,
					sortTarget: RangeRequest_SortTarget.CREATE,
					sortOrder: RangeRequest_SortOrder.ASCEND,
				},
				{ signal },
			);
			return kvs.map(({ key, value, version, modRevision }) => ({
				key: decode(key),
				value: decode(value),
				version: Number(version),
				revision: modRevision,
			}));
		},
		async *changes({ signal }, prefix) {
			const create = { requestUnion: { case: 'createRequest' as const, value: rangeOf(prefix) } };
			for await (const { events } of watches.watch(openEnded([create], signal), { signal }))
				yield events.flatMap(({ type, kv }) => (type === Event_EventType.DELETE && kv !== undefined ? [decode(kv.key)] : []));
		},
		close: () => channel.close(),
	};
}

/** Requests of a stream that the client keeps open until it is cancelled: etcd ends a watch whose requests have ended. */
async function* openEnded<T>(requests: readonly T[], signal: AbortSignal): AsyncGenerator<T> {
	yield* requests;
	await new Promise<void>((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener('abort', () => resolve(), { once: true });
	});
}

/** All keys that begin like this: up to the first that does not. */
function rangeOf(prefix: string): { key: Uint8Array<ArrayBuffer>; rangeEnd: Uint8Array<ArrayBuffer> } {
	const key = encode(prefix);
	const rangeEnd = key.slice();
	rangeEnd[rangeEnd.length - 1] = (rangeEnd.at(-1) ?? 0) + 1;
	return { key, rangeEnd };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(text);
}

function decode(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}
