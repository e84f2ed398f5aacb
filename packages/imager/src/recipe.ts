import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { ImagerError } from './errors.ts';

/** How one part of an image comes to be: a file in os/parts, data only. */
export type Recipe = { readonly name: string; readonly licence: string; readonly strip: boolean; readonly files: FileMap } & RecipeSource;

/** Where each file goes in the image (an absolute path), and where the source has it. */
export type FileMap = Readonly<Record<string, string>>;

export type RecipeSource =
	| { readonly kind: 'go'; readonly go: GoSource }
	| { readonly kind: 'npm'; readonly npm: { readonly package: string } }
	| { readonly kind: 'debian'; readonly debian: { readonly package: string } }
	| { readonly kind: 'c'; readonly c: { readonly source: string } }
	| { readonly kind: 'bundle'; readonly bundle: { readonly entries: Readonly<Record<string, string>> } };

/** A released Go module, built with cgo off unless `static` asks for a static C link. */
export interface GoSource {
	readonly module: string;
	readonly version: string;
	/** Commands of the module, by their path in it (`.` is its root) … */
	readonly commands?: readonly string[];
	/** … or a main of ours that imports it. */
	readonly main?: string;
	readonly tags?: readonly string[];
	readonly static?: boolean;
}

/**
 * Reads os/parts/NAME.yaml.
 *
 * @param os the folder of the recipes
 * @throws ImagerError `recipe` when it is missing, is not YAML or has none or two of the kinds of source
 */
export async function readRecipe(os: string, name: string): Promise<Recipe> {
	const path = join(os, 'parts', `${name}.yaml`);
	let raw: RawRecipe;
	try {
		raw = load(await readFile(path, 'utf8')) as RawRecipe;
	} catch (error) {
		throw new ImagerError('recipe', `cannot read the recipe ${path}`, { cause: error });
	}
	const kinds = recipeKinds.filter((kind) => raw[kind] !== undefined);
	const [kind] = kinds;
	if (kind === undefined || kinds.length > 1) throw new ImagerError('recipe', `${path} needs exactly one of ${recipeKinds.join(', ')}`);
	if (raw.files === undefined || raw.licence === undefined) throw new ImagerError('recipe', `${path} needs files and licence`);
	return { name, licence: raw.licence, strip: raw.strip ?? false, files: raw.files, kind, [kind]: raw[kind] } as Recipe;
}

const recipeKinds = ['go', 'npm', 'debian', 'c', 'bundle'] as const;

type RawRecipe = { readonly licence?: string; readonly strip?: boolean; readonly files?: FileMap } & {
	readonly [kind in (typeof recipeKinds)[number]]?: object;
};
