import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runProgram } from '@ichor/std/node';
import type { RecipeOf, Source } from './source.ts';

/** One C file of ours, linked statically, so that it runs before anything is mounted. */
export const cSource: Source<RecipeOf<'c'>> = {
	async ingredients(_context, recipe, place) {
		const text = await readFile(join(place.checkout, recipe.c.source));
		return [createHash('sha256').update(text).digest('hex'), ...compilerFlags];
	},

	async build(context, recipe, place, folder) {
		const out = join(folder, basename(recipe.c.source, '.c'));
		await runProgram('gcc', [...compilerFlags, '-o', out, join(place.checkout, recipe.c.source)], { signal: context.signal });
	},
};

const compilerFlags = ['-static', '-Os', '-s', '-Wall', '-Wextra', '-Werror'];
