import { isDictionary, isFree } from './dictionaries.ts';
import { needsKubernetes } from './kubernetes.ts';
import { isOptional } from './optional-keys.ts';
import { isOtherOwner } from './owners.ts';
import { compareShapes, type Shape, shapeOf } from './shape.ts';
import type { Snapshot, SnapshotResource } from './snapshot.ts';

/** What is to be said of a type. */
export interface Finding {
	readonly type: string;
	readonly about: 'missing' | 'extra' | 'definition' | 'shape' | 'owner' | 'labels';
	/** Where in the definition or the spec; empty when it is about the type as a whole. */
	readonly path: string;
	readonly what: string;
}

export interface Comparison {
	readonly findings: readonly Finding[];
	/** The types of the recorded node that a node without Kubernetes has too. */
	readonly types: readonly string[];
}

/**
 * How a node's state differs from a recorded one's: types and resources that are missing or extra, definitions, and the
 * shape of specs, owners and labels. Values are not compared.
 */
export function compareStates(here: Snapshot, there: Snapshot): Comparison {
	const all = [...new Set([...there.definitions.keys(), ...here.definitions.keys()])].toSorted();
	return {
		findings: all.flatMap((type) => compareType(type, here, there)),
		types: [...there.definitions.keys()].filter((type) => !needsKubernetes(type)).toSorted(),
	};
}

function compareType(type: string, here: Snapshot, there: Snapshot): readonly Finding[] {
	const theirs = there.definitions.get(type);
	const ours = here.definitions.get(type);
	if (theirs === undefined) return [{ type, about: 'extra', path: '', what: 'no such type there' }];
	if (ours === undefined) return [{ type, about: 'missing', path: '', what: 'no such type here' }];
	const resourcesHere = here.resources.get(type) ?? [];
	const resourcesThere = there.resources.get(type) ?? [];
	// a definition is a resource too, but its type's own findings say all about it
	const specs = type === 'ResourceDefinitions.meta.cosi.dev' ? [] : compareResources(type, resourcesHere, resourcesThere);
	return [...compareDefinitions(type, ours, theirs), ...specs];
}

function compareDefinitions(
	type: string,
	here: Readonly<Record<string, unknown>>,
	there: Readonly<Record<string, unknown>>,
): readonly Finding[] {
	return [...new Set([...Object.keys(there), ...Object.keys(here)])].flatMap((path): Finding[] => {
		const ours = JSON.stringify(here[path]) ?? 'nothing';
		const theirs = JSON.stringify(there[path]) ?? 'nothing';
		return ours === theirs ? [] : [{ type, about: 'definition', path, what: `${ours} here, ${theirs} there` }];
	});
}

function compareResources(type: string, here: readonly SnapshotResource[], there: readonly SnapshotResource[]): readonly Finding[] {
	if (there.length > 0 && here.length === 0) return [{ type, about: 'missing', path: '', what: `none here, ${there.length} there` }];
	// where the recorded node has none there is nothing to compare with
	if (there.length === 0) return [];
	const dictionary = (path: string): boolean => isDictionary(type, path);
	const shape = (resources: readonly SnapshotResource[]): Shape => {
		const specs = resources.map(({ spec }) => spec);
		return shapeOf(specs, dictionary, (path) => isFree(type, path));
	};
	const real = compareShapes(shape(here), shape(there)).filter(
		({ path, what }) => (what !== 'extra' && what !== 'missing') || !isOptional(type, path),
	);
	const owners = new Set(there.map(({ owner }) => owner));
	const labels = new Set(there.flatMap((resource) => resource.labels));
	const strangers = [...new Set(here.map(({ owner }) => owner))].filter((owner) => !owners.has(owner) && !isOtherOwner(type, owner));
	const strangeLabels = [...new Set(here.flatMap((resource) => resource.labels))].filter((label) => !labels.has(label));
	return [
		...real.map(({ path, what }): Finding => ({ type, about: 'shape', path, what })),
		...strangers.map((owner): Finding => ({ type, about: 'owner', path: '', what: `${owner} here, ${[...owners].join(', ')} there` })),
		...strangeLabels.map((label): Finding => ({ type, about: 'labels', path: label, what: 'extra' })),
	];
}
