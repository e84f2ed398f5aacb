import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Built things, outside the checkout, found by what they are made of.
 *
 * An entry is a folder that appears whole: it is built beside its place and renamed into it. Whoever wants an entry that
 * this process builds already waits for it; two processes do the work twice, and one of the results stays.
 */
export class Cache {
	readonly root: string;
	/** What this process builds now, by its place. */
	readonly #building = new Map<string, Promise<boolean>>();

	constructor(root: string) {
		this.root = root;
	}

	/** `ICHOR_CACHE`, else `$XDG_CACHE_HOME/ichor`, else `~/.cache/ichor`. */
	static fromEnvironment(environment: NodeJS.ProcessEnv): Cache {
		return new Cache(environment.ICHOR_CACHE ?? join(environment.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ichor'));
	}

	/** The folder of the images that were built, each in a layout of its own. */
	get images(): string {
		return join(this.root, 'images');
	}

	/**
	 * The folder of an entry, built by `build` when there is none.
	 *
	 * @param ingredients everything that decides the content; a change of any makes another entry
	 * @param build fills the empty folder that it is given
	 */
	async entry(kind: string, name: string, ingredients: readonly string[], build: (folder: string) => Promise<void>): Promise<CacheEntry> {
		const key = createHash('sha256').update(JSON.stringify(ingredients)).digest('hex').slice(0, keyLength);
		const path = join(this.root, kind, `${name}-${key}`);
		if (existsSync(path)) return { path, key, built: false };
		const others = this.#building.get(path);
		const building = others ?? buildBeside(path, build).finally(() => this.#building.delete(path));
		this.#building.set(path, building);
		return { path, key, built: await building };
	}
}

export interface CacheEntry {
	readonly path: string;
	readonly key: string;
	/** False when it was there already. */
	readonly built: boolean;
}

async function buildBeside(path: string, build: (folder: string) => Promise<void>): Promise<true> {
	const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
	await mkdir(beside, { recursive: true });
	try {
		await build(beside);
		await rename(beside, path);
	} catch (error) {
		if (!existsSync(path)) throw error;
	} finally {
		await rm(beside, { recursive: true, force: true });
	}
	return true;
}

/** Hex digits of a key: 64 bits, and a clash needs the same name as well. */
const keyLength = 16;
