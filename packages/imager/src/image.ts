import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildImage, ImageLayout } from '@ichor/oci';
import type { Context } from '@ichor/std';
import { load } from 'js-yaml';
import type { CacheEntry } from './cache.ts';
import { ImagerError } from './errors.ts';
import { buildPart } from './part.ts';
import { readRecipe } from './recipe.ts';
import type { BuildPlace } from './source.ts';

/** os/images/NAME.yaml: parts as a container image. */
interface ImageRecipe {
	/** The repository that the image answers to; its tag is the version of its first part. */
	readonly name: string;
	readonly parts: readonly string[];
	readonly entrypoint: readonly string[];
}

/**
 * Makes the image of os/images/NAME.yaml in the cache's layout, or finds it there.
 *
 * @returns its full reference, and the layout that it is in
 */
export async function buildNamedImage(
	context: Context,
	name: string,
	place: BuildPlace,
): Promise<{ readonly reference: string; readonly layout: ImageLayout }> {
	const path = join(place.checkout, 'os/images', `${name}.yaml`);
	if (!existsSync(path)) throw new ImagerError('recipe', `there is no image recipe ${path}`);
	const image = load(await readFile(path, 'utf8')) as ImageRecipe;
	const [first = ''] = image.parts;
	const recipe = await readRecipe(join(place.checkout, 'os'), first);
	if (recipe.kind !== 'go') throw new ImagerError('recipe', `${path} names the part ${first}, which has no version of its own`);
	const parts: CacheEntry[] = [];
	for (const part of image.parts) parts.push(await buildPart(context, part, place));
	const layout = new ImageLayout(
		(
			await place.cache.entry('images', name, [...parts.map(({ key }) => key), JSON.stringify(image)], async (folder) => {
				context.progress(`packing the image ${image.name}:${recipe.go.version}`);
				const root = await mkdtemp(join(tmpdir(), 'ichor-image-'));
				try {
					for (const { path: files } of parts) await cp(files, root, { recursive: true });
					const fresh = new ImageLayout(folder);
					await fresh.name(`${image.name}:${recipe.go.version}`, await buildImage(fresh, root, { Entrypoint: image.entrypoint }));
				} finally {
					await rm(root, { recursive: true, force: true });
				}
			})
		).path,
	);
	return { reference: `${image.name}:${recipe.go.version}`, layout };
}
