import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildImage, ImageLayout } from '@ichor/oci';
import type { Context } from '@ichor/std';
import { load } from 'js-yaml';
import { ImagerError } from './errors.ts';
import { buildPart } from './part.ts';
import { readRecipe } from './recipe.ts';
import type { BuildPlace } from './source.ts';

/** os/images/NAME.yaml: a part as a container image. */
interface ImageRecipe {
	/** The repository that the image answers to; its tag is the version that is in it. */
	readonly name: string;
	readonly part: string;
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
	const recipe = await readRecipe(join(place.checkout, 'os'), image.part);
	if (recipe.kind !== 'go') throw new ImagerError('recipe', `${path} names the part ${image.part}, which has no version of its own`);
	const part = await buildPart(context, image.part, place);
	const layout = new ImageLayout(
		(
			await place.cache.entry('images', name, [part.key, JSON.stringify(image)], async (folder) => {
				context.progress(`packing the image ${image.name}:${recipe.go.version}`);
				const fresh = new ImageLayout(folder);
				await fresh.name(`${image.name}:${recipe.go.version}`, await buildImage(fresh, part.path, { Entrypoint: image.entrypoint }));
			})
		).path,
	);
	return { reference: `${image.name}:${recipe.go.version}`, layout };
}
