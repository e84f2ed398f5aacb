import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { ImagerError } from './errors.ts';

/** How one part of an image comes to be: a file in os/parts, data only. */
export type Recipe = {
	readonly name: string;
	readonly licence: string;
	readonly strip: boolean;
	readonly files: FileMap;
	readonly links: FileMap;
	/** How long the build takes on two cores when nothing is cached: for whoever waits, not for the result. */
	readonly usually?: string;
} & RecipeSource;

/** Where each file goes in the image (an absolute path), and where the source has it, or what a link says. */
export type FileMap = Readonly<Record<string, string>>;

export type RecipeSource =
	| { readonly kind: 'go'; readonly go: GoSource }
	| { readonly kind: 'npm'; readonly npm: { readonly package: string } }
	| { readonly kind: 'debian'; readonly debian: DebianSource }
	| { readonly kind: 'c'; readonly c: CSource }
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
	/** The version under which the modules are released that the module replaces by folders of its own, in the terms of {@link versionText}. */
	readonly siblings?: string;
	/** What the linker writes into string variables, in the terms of {@link versionText}. */
	readonly variables?: Readonly<Record<string, string>>;
}

/** Signed packages of one Debian release. */
export interface DebianSource {
	readonly packages: readonly string[];
	/** Files made by joining those that a pattern finds, in the order of their names. */
	readonly joined?: FileMap;
}

/** One C file, linked statically: ours, by its path in the checkout, or one of a released Go module. */
export interface CSource {
	readonly source: string;
	readonly module?: string;
	readonly version?: string;
	readonly defines?: Readonly<Record<string, string>>;
}

/**
 * Reads os/parts/NAME.yaml.
 *
 * @param os the folder of the recipes
 * @param versions of Go modules that are wanted in place of the recipe's
 * @throws ImagerError `recipe` when it is missing, is not YAML or has none or two of the kinds of source
 */
export async function readRecipe(os: string, name: string, versions: Readonly<Record<string, string>> = {}): Promise<Recipe> {
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
	const source = raw[kind] as { readonly module?: string };
	const wanted = versions[source.module ?? ''];
	return {
		name,
		licence: raw.licence,
		strip: raw.strip ?? false,
		files: raw.files,
		links: raw.links ?? {},
		...(raw.usually !== undefined && { usually: raw.usually }),
		kind,
		[kind]: wanted === undefined ? source : { ...source, version: wanted },
	} as Recipe;
}

const recipeKinds = ['go', 'npm', 'debian', 'c', 'bundle'] as const;

type RawRecipe = {
	readonly licence?: string;
	readonly strip?: boolean;
	readonly files?: FileMap;
	readonly links?: FileMap;
	readonly usually?: string;
} & {
	readonly [kind in (typeof recipeKinds)[number]]?: object;
};

/**
 * A text that is made of a version: `{version}`, `{major}`, `{minor}` and `{patch}` stand for the parts of `v1.36.3`.
 *
 * @throws ImagerError `recipe` when the version is none
 */
export function versionText(template: string, version: string): string {
	const parts = /^v(?<major>\d+)\.(?<minor>\d+)\.(?<patch>\d+\S*)$/.exec(version)?.groups;
	if (parts === undefined) throw new ImagerError('recipe', `"${version}" is no version: write v1.2.3`);
	return template.replaceAll(/\{(version|major|minor|patch)\}/g, (_, name: string) => (name === 'version' ? version : (parts[name] ?? '')));
}
