import { fromStatus } from '@ichor/rpc';
import type { Context } from '@ichor/std';
import type { ElectionStore } from './election-store.ts';

interface Entry {
	readonly value: string;
	readonly lease: bigint;
	readonly revision: number;
}

/** Keys and leases in memory, shared by the candidates that are given it. Leases end when they are told to. */
export class FakeElectionStore implements ElectionStore {
	readonly #keys = new Map<string, Entry>();
	readonly #leases = new Set<bigint>();
	readonly #watchers = new Set<() => void>();
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
		this.#keys.set(key, { value, lease, revision: ++this.#revision });
		this.#tell();
	}

	async remove(_context: Context, key: string): Promise<void> {
		this.#answer();
		this.#keys.delete(key);
		this.#tell();
	}

	async oldest(_context: Context, prefix: string): Promise<{ readonly key: string; readonly value: string } | undefined> {
		this.#answer();
		const [first] = [...this.#keys].filter(([key]) => key.startsWith(prefix)).sort(([, a], [, b]) => a.revision - b.revision);
		return first && { key: first[0], value: first[1].value };
	}

	async *changes({ signal }: Context): AsyncGenerator<undefined, void> {
		let wake: (() => void) | undefined;
		const watcher = (): void => wake?.();
		this.#watchers.add(watcher);
		signal.addEventListener('abort', watcher, { once: true });
		try {
			while (!signal.aborted) {
				const changed = new Promise<void>((resolve) => {
					wake = resolve;
				});
				yield;
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
		for (const [key, entry] of this.#keys) if (entry.lease === lease) this.#keys.delete(key);
		this.#tell();
	}

	#tell(): void {
		for (const watcher of this.#watchers) watcher();
	}

	#answer(): void {
		if (!this.reachable) throw fromStatus({ code: 14, details: 'cut off' });
	}
}
