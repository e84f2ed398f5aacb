import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '@ichor/std';
import { load } from 'js-yaml';
import type { CacheEntry } from './cache.ts';
import { ImagerError } from './errors.ts';
import { buildPart } from './part.ts';
import type { BuildPlace } from './source.ts';

/** os/rootfs.yaml: what every node's root consists of. */
export interface RootRecipe {
	readonly parts: readonly string[];
	readonly directories: readonly string[];
	readonly placeholders: readonly string[];
	readonly links: Readonly<Record<string, string>>;
}

/**
 * Assembles the root file system out of its parts, or finds it in the cache.
 *
 * @param osRelease the text of /etc/os-release
 * @returns the cached folder, which nobody may write to, and its parts by name
 */
export async function buildRootFileSystem(
	context: Context,
	place: BuildPlace,
	osRelease: string,
): Promise<CacheEntry & { readonly parts: ReadonlyMap<string, CacheEntry> }> {
	const recipe = await readRootRecipe(join(place.checkout, 'os/rootfs.yaml'));
	const parts = new Map<string, CacheEntry>();
	for (const name of recipe.parts) parts.set(name, await buildPart(context, name, place));
	const ingredients = [JSON.stringify(recipe), osRelease, ...[...parts.values()].map(({ path }) => path)];
	const entry = await place.cache.entry('rootfs', 'ichor', ingredients, async (folder) => {
		context.progress('assembling the root file system');
		for (const { path } of parts.values()) await cp(path, folder, { recursive: true, verbatimSymlinks: true });
		for (const directory of recipe.directories) await mkdir(join(folder, directory), { recursive: true });
		for (const file of recipe.placeholders) await put(join(folder, file), '');
		await put(join(folder, 'etc/os-release'), osRelease);
		for (const [path, target] of Object.entries(recipe.links)) {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await symlink(target, join(folder, path));
		}
	});
	return { ...entry, parts };
}

async function readRootRecipe(path: string): Promise<RootRecipe> {
	try {
		return load(await readFile(path, 'utf8')) as RootRecipe;
	} catch (error) {
		throw new ImagerError('recipe', `cannot read ${path}`, { cause: error });
	}
}

async function put(path: string, content: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, content);
}
