import type { Context } from '@ichor/std';
import type { Cache } from './cache.ts';
import type { Lock } from './lock.ts';
import type { Recipe } from './recipe.ts';

/** Makes the files of one kind of recipe. */
export interface Source<R extends Recipe = Recipe> {
	/** Everything besides the recipe that decides the result: hashes of sources, versions. Also checks them against the lock. */
	ingredients(context: Context, recipe: R, place: BuildPlace): Promise<readonly string[]>;
	/** Puts what the recipe's `files` name on their right side into `folder`. */
	build(context: Context, recipe: R, place: BuildPlace, folder: string): Promise<void>;
}

/** Where a build happens. */
export interface BuildPlace {
	/** The checkout: recipes name files of ours relative to it. */
	readonly checkout: string;
	readonly cache: Cache;
	readonly lock: Lock;
	/** Versions of Go modules that are wanted in place of the recipes'. */
	readonly versions?: Readonly<Record<string, string>>;
}

export type RecipeOf<K extends Recipe['kind']> = Extract<Recipe, { readonly kind: K }>;
