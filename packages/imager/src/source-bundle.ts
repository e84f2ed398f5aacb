import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as Bundler from 'esbuild';
import { ImagerError } from './errors.ts';
import type { BuildPlace, RecipeOf, Source } from './source.ts';

/** Daemons of ours, each bundled into one file that the image's Node starts. */
export const bundleSource: Source<RecipeOf<'bundle'>> = {
	async ingredients(_context, recipe, place) {
		const bundles = await bundle(recipe, place, undefined);
		return bundles.map(({ path, contents }) => `${path} ${createHash('sha256').update(contents).digest('hex')}`);
	},

	async build(_context, recipe, place, folder) {
		await bundle(recipe, place, folder);
	},
};

/** Bundles into memory when there is no folder: the text decides whether what is cached still holds. */
async function bundle(recipe: RecipeOf<'bundle'>, place: BuildPlace, folder: string | undefined) {
	const entries = Object.entries(recipe.bundle.entries).filter(([, path]) => existsSync(join(place.checkout, path)));
	const { build } = await bundler();
	const { outputFiles } = await build({
		entryPoints: Object.fromEntries(entries.map(([name, path]) => [name, join(place.checkout, path)])),
		outdir: folder ?? '/',
		write: folder !== undefined,
		bundle: true,
		minify: true,
		platform: 'node',
		format: 'cjs',
		outExtension: { '.js': '.cjs' },
		target: 'node24',
		external: ['koffi'],
		logLevel: 'silent',
	});
	return outputFiles ?? [];
}

/** It brings a program of its own, which only a checkout has installed; the other kinds of recipe do without it. */
async function bundler(): Promise<typeof Bundler> {
	try {
		return await import('esbuild');
	} catch (error) {
		throw new ImagerError('tool', 'the daemons are bundled by esbuild, which is not installed: run this from a checkout of Ichor', {
			cause: error,
		});
	}
}
