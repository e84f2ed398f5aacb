import type { NodeTaintSpecSpec } from '@ichor/machinery/resources';

/** The parts of a Node object that are set from the machine's configuration. */
export interface NodeFields {
	readonly labels: Readonly<Record<string, string>>;
	readonly annotations: Readonly<Record<string, string>>;
	readonly taints: readonly NodeTaint[];
	readonly unschedulable: boolean;
}

export interface NodeTaint {
	readonly key: string;
	readonly value?: string;
	readonly effect: string;
	readonly [field: string]: unknown;
}

/** What the machine's configuration wants of its node. */
export interface WantedFields {
	readonly labels: Readonly<Record<string, string>>;
	readonly annotations: Readonly<Record<string, string>>;
	readonly taints: readonly NodeTaintSpecSpec[];
	readonly cordoned: boolean;
}

/**
 * A node's fields as they should be. What somebody else has set is left as it is; what we have set, which annotations
 * remember, is changed and removed with the configuration.
 */
export function applyWanted(node: NodeFields, wanted: WantedFields): NodeFields {
	const labels = applyPairs(node.labels, wanted.labels, owned(node, ownedLabels));
	const annotations = applyPairs(node.annotations, wanted.annotations, owned(node, ownedAnnotations));
	const taints = applyTaints(node.taints, wanted.taints, owned(node, ownedTaints));
	const remembered = remember(annotations.pairs, [
		[ownedLabels, labels.owned],
		[ownedAnnotations, annotations.owned],
		[ownedTaints, taints.owned],
	]);
	const cordonedByUs = remembered[cordoned] !== undefined;
	if (wanted.cordoned && !node.unschedulable) {
		return { labels: labels.pairs, annotations: { ...remembered, [cordoned]: 'true' }, taints: taints.taints, unschedulable: true };
	}
	if (!wanted.cordoned && node.unschedulable && cordonedByUs) {
		const { [cordoned]: _, ...rest } = remembered;
		return { labels: labels.pairs, annotations: rest, taints: taints.taints, unschedulable: false };
	}
	return { labels: labels.pairs, annotations: remembered, taints: taints.taints, unschedulable: node.unschedulable };
}

/** Annotations in which a node carries what is ours (pkg/machinery/constants, AnnotationOwned*, AnnotationCordonedKey). */
const ownedLabels = 'talos.dev/owned-labels';
const ownedAnnotations = 'talos.dev/owned-annotations';
const ownedTaints = 'talos.dev/owned-taints';
const cordoned = 'talos.dev/cordoned';

function owned({ annotations }: NodeFields, key: string): ReadonlySet<string> {
	const text = annotations[key];
	if (text === undefined || text === '') return new Set();
	try {
		const keys: unknown = JSON.parse(text);
		return new Set(Array.isArray(keys) ? keys.filter((one) => typeof one === 'string') : []);
	} catch {
		// somebody has written over it: nothing is ours then
		return new Set();
	}
}

function remember(
	annotations: Readonly<Record<string, string>>,
	lists: readonly (readonly [string, ReadonlySet<string>])[],
): Readonly<Record<string, string>> {
	const result: Record<string, string> = { ...annotations };
	for (const [key, keys] of lists) {
		if (keys.size === 0) delete result[key];
		else result[key] = JSON.stringify([...keys].sort());
	}
	return result;
}

function applyPairs(current: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>, before: ReadonlySet<string>) {
	const pairs: Record<string, string> = { ...current };
	const mine = new Set(before);
	for (const [key, value] of Object.entries(wanted)) {
		const foreign = pairs[key] !== undefined && pairs[key] !== value && !mine.has(key);
		if (foreign) continue;
		pairs[key] = value;
		mine.add(key);
	}
	for (const key of before) {
		if (Object.hasOwn(wanted, key)) continue;
		delete pairs[key];
		mine.delete(key);
	}
	return { pairs, owned: mine };
}

function applyTaints(current: readonly NodeTaint[], wanted: readonly NodeTaintSpecSpec[], before: ReadonlySet<string>) {
	const mine = new Set(before);
	const taints = [...current];
	for (const { key, value, effect } of wanted) {
		const taint = { key, effect, ...(value === '' ? {} : { value }) };
		const index = taints.findIndex((one) => one.key === key);
		const there = taints[index];
		const same = there !== undefined && (there.value ?? '') === value && there.effect === effect;
		if (there !== undefined && !same && !mine.has(key)) continue;
		if (there === undefined) taints.push(taint);
		else if (!same) taints[index] = taint;
		mine.add(key);
	}
	const kept = taints.filter(({ key }) => !before.has(key) || wanted.some((taint) => taint.key === key));
	for (const key of before) if (!wanted.some((taint) => taint.key === key)) mine.delete(key);
	return { taints: kept, owned: mine };
}
