import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runProgram } from '@ichor/std/node';
import { moduleFolder, moduleHash } from './module-lock.ts';
import type { CSource } from './recipe.ts';
import type { RecipeOf, Source } from './source.ts';

/** One C file, linked statically: ours runs before anything is mounted, a released one in an image without a libc. */
export const cSource: Source<RecipeOf<'c'>> = {
	async ingredients(_context, { c }, place) {
		if (c.module !== undefined) return [await moduleHash(place.lock, c.module, c.version ?? ''), ...flags(c)];
		const text = await readFile(join(place.checkout, c.source));
		return [createHash('sha256').update(text).digest('hex'), ...flags(c)];
	},

	async build(context, { c }, place, folder) {
		const root = c.module === undefined ? place.checkout : await moduleFolder(place.lock, c.module, c.version ?? '');
		const out = join(folder, basename(c.source, '.c'));
		await runProgram('gcc', [...flags(c), '-o', out, join(root, c.source)], { signal: context.signal });
	},
};

/** What is not ours is not held to our warnings. */
function flags({ module, defines = {} }: CSource): readonly string[] {
	const strict = module === undefined ? ['-Wextra', '-Werror'] : [];
	return ['-static', '-Os', '-s', '-Wall', ...strict, ...Object.entries(defines).map(([name, value]) => `-D${name}=${value}`)];
}
