import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '@ichor/std/node';

/** os/lock.json: what every source was when it was last looked at, by `<kind> <name>`. */
export interface LockEntry {
	readonly version: string;
	/** go: the checksum database's `h1:` hash of the module; debian: the SHA-256 of the package, in hex. */
	readonly hash: string;
}

/** The lock in memory; `write` puts what was seen where it came from, for `npm run os:lock`. */
export class Lock {
	readonly #path: string;
	readonly #entries: Map<string, LockEntry>;

	private constructor(path: string, entries: Map<string, LockEntry>) {
		this.#path = path;
		this.#entries = entries;
	}

	static async read(os: string): Promise<Lock> {
		const path = join(os, 'lock.json');
		const entries = existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as Record<string, LockEntry>) : {};
		return new Lock(path, new Map(Object.entries(entries)));
	}

	get(kind: string, name: string): LockEntry | undefined {
		return this.#entries.get(`${kind} ${name}`);
	}

	set(kind: string, name: string, entry: LockEntry): void {
		this.#entries.set(`${kind} ${name}`, entry);
	}

	/** Forgets everything, so that it is looked up again. */
	clear(): void {
		this.#entries.clear();
	}

	async write(): Promise<void> {
		const sorted = Object.fromEntries([...this.#entries].toSorted(([a], [b]) => (a < b ? -1 : 1)));
		await writeFileAtomically(this.#path, `${JSON.stringify(sorted, undefined, '\t')}\n`, 0o644);
	}
}
