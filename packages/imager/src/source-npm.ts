import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ImagerError } from './errors.ts';
import type { RecipeOf, Source } from './source.ts';

/** A package that the workspace has locked and installed: its integrity is the lock file's. */
export const npmSource: Source<RecipeOf<'npm'>> = {
	async ingredients(_context, recipe, place) {
		const lock = JSON.parse(await readFile(join(place.checkout, 'package-lock.json'), 'utf8')) as {
			packages: Record<string, { version: string; integrity: string } | undefined>;
		};
		const locked = lock.packages[`node_modules/${recipe.npm.package}`];
		if (locked === undefined)
			throw new ImagerError('recipe', `os/parts/${recipe.name}.yaml names ${recipe.npm.package}, which package-lock.json does not have`);
		return [locked.version, locked.integrity];
	},

	async build(_context, recipe, place, folder) {
		for (const from of new Set(Object.values(recipe.files))) {
			await mkdir(dirname(join(folder, from)), { recursive: true });
			await cp(join(place.checkout, 'node_modules', recipe.npm.package, from), join(folder, from), { recursive: true, dereference: true });
		}
	},
};
