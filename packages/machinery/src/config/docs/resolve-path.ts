import { nearestNames } from '../nearest-names.ts';
import { allPlaces, type ConfigPlaceDocs, documentPlaces, nameOf, placesBelow } from './config-tree.ts';

export type Resolved = { readonly found: readonly [ConfigPlaceDocs, ...ConfigPlaceDocs[]] } | Unresolved;

/** A path that leads nowhere. */
export interface Unresolved {
	/** What nothing is called. */
	readonly part: string;
	/** Paths and names that may have been meant, the nearest first. */
	readonly near: readonly string[];
}

/** The place of a whole path, or the places whose paths end in what was given. */
export function resolvePath(path: string): Resolved {
	const steps = stepsOf(path);
	const [first = '', ...rest] = steps;
	const start = startOf(first);
	if (start !== undefined) return descend(start, rest);
	const [one, ...others] = placesNamed(steps);
	if (one !== undefined) return { found: [one, ...others] };
	return { part: path.trim(), near: nearPaths(steps) };
}

function stepsOf(path: string): readonly string[] {
	return path
		.trim()
		.replace(/\[[^\]]*\]/g, '')
		.split('.')
		.filter((step) => step !== '');
}

/** A document by its kind, or a field of the root document. */
function startOf(first: string): ConfigPlaceDocs | undefined {
	const documents = documentPlaces();
	return named(documents, first) ?? named(rootFields(documents), first);
}

/** The fields of the root document that begin a path; `version` and the like are found by their name. */
function rootFields(documents: readonly ConfigPlaceDocs[]): readonly ConfigPlaceDocs[] {
	return documents.filter(({ path }) => path === 'v1alpha1').flatMap(placesBelow);
}

function named(candidates: readonly ConfigPlaceDocs[], step: string): ConfigPlaceDocs | undefined {
	const lower = step.toLowerCase();
	return candidates.find((place) => nameOf(place) === step) ?? candidates.find((place) => nameOf(place).toLowerCase() === lower);
}

function descend(start: ConfigPlaceDocs, steps: readonly string[]): Resolved {
	let place = start;
	let left = steps;
	while (left.length > 0) {
		const below = placesBelow(place);
		const next = named(below, left[0] ?? '');
		const withoutKey = next === undefined ? afterKey(place, below, left) : undefined;
		if (next !== undefined) {
			place = next;
			left = left.slice(1);
		} else if (withoutKey !== undefined) left = withoutKey;
		else {
			const near = nearestNames(left[0] ?? '', below.map(nameOf)).map((name) => named(below, name)?.path ?? name);
			return { part: left[0] ?? '', near };
		}
	}
	return { found: [place] };
}

/**
 * The steps behind a key of a map, which may have dots in it: the next step that names a field, or none when the rest
 * is the key. Also the steps behind a position in a list, and none for what lies within free-form YAML.
 */
function afterKey({ field }: ConfigPlaceDocs, below: readonly ConfigPlaceDocs[], steps: readonly string[]): readonly string[] | undefined {
	switch (field?.type.of) {
		case 'any':
			return [];
		case 'map': {
			const next = steps.findIndex((step, index) => index > 0 && named(below, step) !== undefined);
			return next === -1 ? [] : steps.slice(next);
		}
		case 'list':
			if (/^\d+$/.test(steps[0] ?? '')) return steps.slice(1);
			return field.type.item.of === 'any' ? [] : undefined;
		default:
			return undefined;
	}
}

/** The places whose paths end in these names. */
function placesNamed(steps: readonly string[]): readonly ConfigPlaceDocs[] {
	const end = `.${steps.join('.').toLowerCase()}`;
	if (end === '.') return [];
	return [...allPlaces()].filter(({ path }) => `.${stepsOf(path.replaceAll('.<key>', '')).join('.').toLowerCase()}`.endsWith(end));
}

function nearPaths(steps: readonly string[]): readonly string[] {
	const [first = ''] = steps;
	const documents = documentPlaces();
	const starts = [...documents, ...rootFields(documents)];
	const whole = nearestNames(first, starts.map(nameOf)).flatMap((name) => named(starts, name)?.path ?? []);
	const ends = steps.length === 1 ? nearestNames(first, [...allPlaces()].map(nameOf)) : [];
	return [...new Set([...whole, ...ends])].slice(0, 4);
}
