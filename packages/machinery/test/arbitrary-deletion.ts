import fc from 'fast-check';
import { decodeFreeForm } from '../src/config/decode-free-form.ts';
import { type ConfigValue, isOpaque } from '../src/config/document.ts';
import { parseYaml } from '../src/yaml/parse.ts';
import { type Tree, textOf } from './arbitrary-config.ts';

/**
 * The text of a patch that takes parts of a configuration away: what its markers point at is there. Now and then it
 * repeats a value or a whole list instead.
 */
export function arbitraryDeletionText(config: string): fc.Arbitrary<string> {
	const documents = parseYaml(config).documents.flatMap(({ root }) => (root === undefined ? [] : [decodeFreeForm(root)]));
	return fc.integer({ min: 1, max: 0x7fffffff }).map((seed) => {
		const draw = drawFrom(seed);
		const patches = documents.filter(isMap).flatMap((document) => {
			const patch = deletionOf(document, draw, 0);
			return patch === undefined || !isMap(patch) ? [] : [{ ...patch, ...identityOf(document) }];
		});
		return textOf(patches.length === 0 ? [{ version: 'v1alpha1', machine: {} }] : patches);
	});
}

type Draw = () => number;

interface TreeMap {
	readonly [key: string]: Tree | undefined;
}

/** A linear congruence: the same seed gives the same patch. */
function drawFrom(seed: number): Draw {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
		return state / 0x80000000;
	};
}

const marker: Tree = { $patch: 'delete' };

function deletionOf(tree: Tree, draw: Draw, depth: number): Tree | undefined {
	if (depth > 0 && draw() < 0.08) return marker;
	if (Array.isArray(tree)) return itemsOf(tree, draw);
	if (!isMap(tree)) return draw() < 0.1 ? tree : undefined;
	const entries = Object.entries(tree).flatMap(([key, value]) => {
		const patch = value === undefined || draw() < 0.5 ? undefined : deletionOf(value, draw, depth + 1);
		return patch === undefined ? [] : [[key, patch] as const];
	});
	return entries.length === 0 ? undefined : Object.assign(Object.create(null), Object.fromEntries(entries));
}

/** Markers for some of the items, and now and then an item as it is. */
function itemsOf(items: readonly Tree[], draw: Draw): Tree | undefined {
	const patches = items.flatMap((item) => {
		if (draw() < 0.6) return [];
		if (!isMap(item) || draw() < 0.3) return [item];
		const pairs = Object.entries(item);
		const [key, value] = pairs[Math.floor(draw() * pairs.length)] ?? ['missing', 'nothing'];
		return [Object.assign(Object.create(null), { [key]: value, $patch: 'delete' })];
	});
	return patches.length === 0 ? undefined : patches;
}

function identityOf(document: TreeMap): TreeMap {
	const { apiVersion, kind, name, version } = document;
	return kind === undefined ? { version: version ?? 'v1alpha1' } : { apiVersion, kind, ...(name === undefined ? {} : { name }) };
}

function isMap(value: ConfigValue | undefined): value is TreeMap {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !isOpaque(value);
}
