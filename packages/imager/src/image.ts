import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { buildImage, ImageLayout, type Layer, packLayer } from '@ichor/oci';
import type { Context } from '@ichor/std';
import { load } from 'js-yaml';
import type { CacheEntry } from './cache.ts';
import { ImagerError } from './errors.ts';
import { buildPart } from './part.ts';
import { type FileMap, readRecipe, versionText } from './recipe.ts';
import type { BuildPlace } from './source.ts';

/** os/images/NAME.yaml: parts as a container image. */
interface ImageRecipe {
	/** The repository that the image answers to. */
	readonly name: string;
	/** The tag, in the terms of {@link versionText} of the first layer's version; that version when there is none. */
	readonly tag?: string;
	/** Parts, one layer each, the lowest first: images that begin alike share what they have in common, on a node too. */
	readonly layers: readonly string[];
	/** Symbolic links on top. */
	readonly links?: FileMap;
	readonly entrypoint?: readonly string[];
	/** What is behind the entrypoint unless a pod says otherwise. */
	readonly command?: readonly string[];
	/** `uid:gid`, root when there is none. */
	readonly user?: string;
}

/** An image in the cache. */
export interface BuiltImage {
	readonly reference: string;
	readonly layout: ImageLayout;
	/** False when it was there already. */
	readonly built: boolean;
}

/** Makes the image of os/images/NAME.yaml in a layout of its own in the cache, or finds it there. Throws ImagerError. */
export async function buildNamedImage(context: Context, name: string, place: BuildPlace): Promise<BuiltImage> {
	const recipe = await readImageRecipe(place, name);
	const reference = await imageReference(recipe, place);
	const parts: CacheEntry[] = [];
	for (const part of recipe.layers) parts.push(await buildPart(context, part, place));
	const ingredients = [layoutVersion, reference, JSON.stringify(recipe), ...parts.map(({ key }) => key)];
	const { path, built } = await place.cache.entry('images', name, ingredients, async (folder) => {
		context.progress(`packing the image ${reference}`);
		const layout = new ImageLayout(folder);
		const layers: Layer[] = [];
		for (const part of parts) layers.push(await partLayer(part, place, layout));
		if (recipe.links !== undefined) layers.push(await linkLayer(recipe.links, folder, layout));
		const config = {
			...(recipe.entrypoint !== undefined && { Entrypoint: recipe.entrypoint }),
			...(recipe.command !== undefined && { Cmd: recipe.command }),
			Env: [searchPath],
			...(recipe.user !== undefined && { User: recipe.user }),
		};
		await layout.name(reference, await buildImage(layout, layers, config));
	});
	return { reference, layout: new ImageLayout(path), built };
}

/** The reference that {@link buildNamedImage} gives the image: nothing is built for it. */
export async function namedImageReference(name: string, place: BuildPlace): Promise<string> {
	return await imageReference(await readImageRecipe(place, name), place);
}

async function readImageRecipe(place: BuildPlace, name: string): Promise<ImageRecipe> {
	const path = join(place.checkout, 'os/images', `${name}.yaml`);
	if (!existsSync(path)) throw new ImagerError('recipe', `there is no image recipe ${path}`);
	const recipe = load(await readFile(path, 'utf8')) as Partial<ImageRecipe> | null;
	const { name: repository, layers, entrypoint, command } = recipe ?? {};
	if (repository === undefined || layers === undefined || layers.length === 0 || (entrypoint ?? command) === undefined)
		throw new ImagerError('recipe', `${path} needs name, layers, and entrypoint or command`);
	return { ...recipe, name: repository, layers };
}

async function imageReference({ name, tag = '{version}', layers: [lowest = ''] }: ImageRecipe, place: BuildPlace): Promise<string> {
	const recipe = await readRecipe(join(place.checkout, 'os'), lowest, place.versions);
	const version = recipe.kind === 'go' ? recipe.go.version : recipe.kind === 'c' ? recipe.c.version : undefined;
	if (!tag.includes('{')) return `${name}:${tag}`;
	if (version === undefined) throw new ImagerError('recipe', `the image ${name} begins with ${lowest}, which has no version of its own`);
	return `${name}:${versionText(tag, version)}`;
}

/** Packs a part once for all images that have it. */
async function partLayer(part: CacheEntry, place: BuildPlace, layout: ImageLayout): Promise<Layer> {
	const name = basename(part.path).slice(0, -part.key.length - 1);
	const { path } = await place.cache.entry('layers', name, [layoutVersion, part.key], async (folder) => {
		await writeFile(join(folder, 'layer.json'), JSON.stringify(await packLayer(new ImageLayout(folder), part.path)));
	});
	const layer = JSON.parse(await readFile(join(path, 'layer.json'), 'utf8')) as Layer;
	await layout.adopt(layer.descriptor, new ImageLayout(path));
	return layer;
}

async function linkLayer(links: FileMap, folder: string, layout: ImageLayout): Promise<Layer> {
	const root = join(folder, '.links');
	for (const [path, target] of Object.entries(links)) {
		await mkdir(dirname(join(root, path)), { recursive: true });
		await symlink(target, join(root, path));
	}
	const layer = await packLayer(layout, root);
	await rm(root, { recursive: true });
	return layer;
}

/** Changes when the same parts would give another image. */
const layoutVersion = '2';

/** Where components look for the programs that they call. */
const searchPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
