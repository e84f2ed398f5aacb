import { emit } from '../../yaml/emit.ts';
import type { ConfigValue } from '../document.ts';
import { outputOfTyped } from '../encode.ts';
import type { TypeSchema } from '../schema/schema.ts';
import { allPlaces, type ConfigPlaceDocs, docOf, documentPlaces, nameOf, placesBelow } from './config-tree.ts';
import { structDocs } from './lookup.ts';
import { resolvePath, type Unresolved } from './resolve-path.ts';
import { scalarDocs } from './scalars.gen.ts';

/** What a place of the configuration means. */
export interface Explanation {
	readonly path: string;
	/** `uint32`, `LinkRoute[]`, `map<string>`; for a whole document the name of its kind. */
	readonly type: string;
	/** What values of the type look like. */
	readonly typeDoc?: string;
	/** The first line is a sentence that stands alone; the rest is a paragraph. */
	readonly doc: string;
	/** The first release that knows it; absent when it is as old as the oldest supported one. */
	readonly since?: string;
	readonly default?: string;
	readonly values?: readonly string[];
	readonly deprecated: boolean;
	readonly replacedBy: readonly string[];
	readonly secret: boolean;
	readonly examples: readonly ExplainedExample[];
	readonly children: readonly ChildExplanation[];
}

export interface ExplainedExample {
	/** What it is an example of, in a few words. */
	readonly name?: string;
	/** The value as YAML, with a line break at its end. */
	readonly yaml: string;
}

export interface ChildExplanation {
	readonly name: string;
	readonly path: string;
	readonly type: string;
	/** One sentence. */
	readonly summary: string;
	readonly deprecated: boolean;
}

export type ExplainResult =
	/** One explanation for a whole path; one for each place of that name for the end of a path. */
	{ readonly found: readonly [Explanation, ...Explanation[]] } | Unresolved;

/**
 * Explains a place by its path: `machine.network.interfaces[].vip.ip`, `UserVolumeConfig.provisioning.minSize`,
 * `BondConfig`; or by the end of a path: `minSize`, `vip.ip`. Positions in lists and keys of maps may be left out or
 * given. A whole path must be spelled right but for letter case.
 */
export function explainPath(path: string): ExplainResult {
	const resolved = resolvePath(path);
	if (!('found' in resolved)) return resolved;
	const [first, ...others] = resolved.found;
	return { found: [explain(first), ...others.map(explain)] };
}

/** The kinds of documents, the root document first. */
export function explainDocuments(): readonly ChildExplanation[] {
	const documents = documentPlaces();
	return [...documents.filter(({ path }) => path === 'v1alpha1'), ...documents.filter(({ path }) => path !== 'v1alpha1')].map(childOf);
}

/** Every path of the configuration, in the order of the documents and their fields: what a shell completes. */
export function allPaths(): readonly string[] {
	return [...allPlaces()].map(({ path }) => path);
}

function explain(place: ConfigPlaceDocs): Explanation {
	const { path, field, docs, kindSince } = place;
	const typeDoc = docs === undefined ? undefined : scalarDocs[docs.type.replace(/^map<|>$|\[\]$/g, '')];
	const since = docs?.since ?? (kindSince === rootSince ? undefined : kindSince);
	return {
		path,
		type: docs?.type ?? path,
		doc: docOf(place),
		deprecated: place.deprecated,
		replacedBy: docs?.replacedBy ?? [],
		secret: field?.secret === true,
		examples: examplesOf(place),
		children: placesBelow(place).map(childOf),
		...(typeDoc === undefined ? {} : { typeDoc }),
		...(since === undefined ? {} : { since }),
		...(docs?.default === undefined ? {} : { default: docs.default }),
		...(docs?.values === undefined ? {} : { values: docs.values }),
	};
}

/** The field's own examples, or those of the struct that stands there. */
function examplesOf({ field, docs, struct }: ConfigPlaceDocs): readonly ExplainedExample[] {
	const type: TypeSchema | undefined = docs?.examples === undefined && struct !== undefined ? { of: 'struct', struct } : field?.type;
	const examples = docs?.examples ?? (struct === undefined ? undefined : structDocs.get(struct.name)?.examples);
	if (type === undefined || examples === undefined) return [];
	return examples.map(({ name, value }) => ({ ...(name === undefined ? {} : { name }), yaml: yamlOf(type, value) }));
}

/** The examples of a struct that only stands in lists are lists. */
function yamlOf(type: TypeSchema, value: ConfigValue): string {
	return emit(outputOfTyped(type.of === 'struct' && Array.isArray(value) ? { of: 'list', item: type } : type, value));
}

/** The root document has always been there. */
const rootSince = 'v0.1';

function childOf(place: ConfigPlaceDocs): ChildExplanation {
	return {
		name: nameOf(place),
		path: place.path,
		type: place.docs?.type ?? '',
		summary: docOf(place).split('\n', 1)[0] ?? '',
		deprecated: place.deprecated,
	};
}
