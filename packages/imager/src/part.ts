import { existsSync } from 'node:fs';
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '@ichor/std';
import { runProgram } from '@ichor/std/node';
import type { CacheEntry } from './cache.ts';
import { ImagerError } from './errors.ts';
import { type Recipe, readRecipe } from './recipe.ts';
import type { BuildPlace, Source } from './source.ts';
import { bundleSource } from './source-bundle.ts';
import { cSource } from './source-c.ts';
import { debianSource } from './source-debian.ts';
import { goSource } from './source-go.ts';
import { npmSource } from './source-npm.ts';

/**
 * A part of an image, built or found in the cache: a folder with the recipe's files at the places that they have in
 * the image, and the licence's name in usr/share/licenses.
 *
 * @throws ImagerError when the recipe is wrong, a tool is missing, a source is not what the lock says or a build fails
 */
export async function buildPart(context: Context, name: string, place: BuildPlace): Promise<CacheEntry> {
	const { recipe, source, ingredients } = await partIngredients(context, name, place);
	return await place.cache.entry('parts', name, ingredients, async (folder) => {
		const raw = join(folder, '.raw');
		await mkdir(raw);
		await source.build(context, recipe, place, raw);
		for (const [to, from] of Object.entries(recipe.files)) {
			const target = join(folder, to);
			if (!existsSync(join(raw, from)))
				throw new ImagerError('recipe', `os/parts/${name}.yaml wants ${from}, which its source does not have`);
			await mkdir(dirname(target), { recursive: true });
			await cp(join(raw, from), target, { recursive: true, dereference: true });
			if (recipe.strip) await runProgram('strip', ['--strip-all', target], { signal: context.signal });
		}
		for (const [path, target] of Object.entries(recipe.links)) {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await symlink(target, join(folder, path));
		}
		const licences = join(folder, 'usr/share/licenses', name);
		await mkdir(licences, { recursive: true });
		await writeFile(join(licences, 'LICENSE.spdx'), `${recipe.licence}\n`);
		await rm(raw, { recursive: true, force: true });
	});
}

/** A part's recipe, and everything that decides what the part is: looked up, nothing is built. */
export async function partIngredients(
	context: Context,
	name: string,
	place: BuildPlace,
): Promise<{ readonly recipe: Recipe; readonly source: Source; readonly ingredients: readonly string[] }> {
	const recipe = await readRecipe(join(place.checkout, 'os'), name, place.versions);
	const source = sourceOf(recipe);
	const looked = await source.ingredients(context, recipe, place);
	return { recipe, source, ingredients: [layoutVersion, JSON.stringify({ ...recipe, usually: undefined }), ...looked] };
}

/** Changes when the same recipe would give another folder. */
const layoutVersion = '2';

function sourceOf(recipe: Recipe): Source {
	const sources: { readonly [K in Recipe['kind']]: Source<Extract<Recipe, { kind: K }>> } = {
		go: goSource,
		npm: npmSource,
		debian: debianSource,
		c: cSource,
		bundle: bundleSource,
	};
	return sources[recipe.kind] as Source;
}
