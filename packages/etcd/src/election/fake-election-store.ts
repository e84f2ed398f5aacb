import { fromStatus } from '@ichor/rpc';
import type { Context } from '@ichor/std';
import type { ElectionEntry, ElectionStore } from './election-store.ts';

interface Entry {
	readonly value: string;
	readonly lease: bigint;
	readonly created: number;
	readonly revision: number;
	readonly version: number;
}

/** Keys and leases in memory, shared by the candidates that are given it. Leases end when they are told to. */
export class FakeElectionStore implements ElectionStore {
	readonly #keys = new Map<string, Entry>();
	readonly #leases = new Set<bigint>();
	readonly #watchers = new Set<(gone: readonly string[]) => void>();
	#revision = 0;
	/** Cut off, nothing is answered. */
	reachable = true;
	/** When the last lease was granted or renewed, on the monotonic clock. */
	renewed = 0;

	/** Ends all leases, as etcd does with those that nobody renews. */
	expire(): void {
		for (const lease of this.#leases) this.#drop(lease);
	}

	get candidates(): readonly string[] {
		return [...this.#keys.values()].map(({ value }) => value);
	}

	async grant(): Promise<bigint> {
		this.#answer();
		const lease = BigInt(++this.#revision);
		this.#leases.add(lease);
		this.renewed = performance.now();
		return lease;
	}

	async renew(_context: Context, lease: bigint): Promise<number> {
		this.#answer();
		this.renewed = performance.now();
		return this.#leases.has(lease) ? 2 : 0;
	}

	async revoke(_context: Context, lease: bigint): Promise<void> {
		this.#answer();
		this.#drop(lease);
	}

	async put(_context: Context, key: string, value: string, lease: bigint): Promise<void> {
		this.#answer();
		const revision = ++this.#revision;
		const { created, version } = this.#keys.get(key) ?? { created: revision, version: 0 };
		this.#keys.set(key, { value, lease, created, revision, version: version + 1 });
		this.#tell([]);
	}

	async putAgain(context: Context, key: string, value: string, lease: bigint): Promise<boolean> {
		this.#answer();
		if (!this.#keys.has(key)) return false;
		await this.put(context, key, value, lease);
		return true;
	}

	async remove(_context: Context, key: string): Promise<void> {
		this.#answer();
		this.#keys.delete(key);
		this.#tell([key]);
	}

	async removeUnchanged(context: Context, { key, revision }: Pick<ElectionEntry, 'key' | 'revision'>): Promise<void> {
		this.#answer();
		if (this.#keys.get(key)?.revision === Number(revision)) await this.remove(context, key);
	}

	async oldest(_context: Context, prefix: string): Promise<readonly ElectionEntry[]> {
		this.#answer();
		return [...this.#keys]
			.filter(([key]) => key.startsWith(prefix))
			.sort(([, a], [, b]) => a.created - b.created)
			.slice(0, 2)
			.map(([key, { value, version, revision }]) => ({ key, value, version, revision: BigInt(revision) }));
	}

	async *changes({ signal }: Context): AsyncGenerator<readonly string[], void> {
		let wake: (() => void) | undefined;
		let gone: string[] = [];
		const watcher = (keys: readonly string[]): void => {
			gone.push(...keys);
			wake?.();
		};
		const stop = (): void => watcher([]);
		this.#watchers.add(watcher);
		signal.addEventListener('abort', stop, { once: true });
		try {
			while (!signal.aborted) {
				const changed = new Promise<void>((resolve) => {
					wake = resolve;
				});
				const seen = gone;
				gone = [];
				yield seen;
				await changed;
			}
			signal.throwIfAborted();
		} finally {
			this.#watchers.delete(watcher);
		}
	}

	close(): void {
		this.#watchers.clear();
	}

	#drop(lease: bigint): void {
		this.#leases.delete(lease);
		const gone = [...this.#keys].flatMap(([key, entry]) => (entry.lease === lease ? [key] : []));
		for (const key of gone) this.#keys.delete(key);
		this.#tell(gone);
	}

	/** @param gone keys that are not there any more */
	#tell(gone: readonly string[]): void {
		for (const watcher of this.#watchers) watcher(gone);
	}

	#answer(): void {
		if (!this.reachable) throw fromStatus({ code: 14, details: 'cut off' });
	}
}
