import type { ConfigValue } from './document.ts';
import { TextRefusal } from './scalars/refusal.ts';
import type { ListSchema, StructSchema } from './schema/schema.ts';
import type { StructValue } from './schema/zero.ts';

/** Merges a patch's item into the item that has its key. */
export type MergeItems = (schema: StructSchema, left: StructValue, right: StructValue, index: number) => StructValue;

/**
 * A list whose items have keys, merged with a patch: an item with a known key goes into the item that has it, any
 * other is appended. Undefined for lists without keys. Throws TextRefusal for null items, on which upstream breaks down.
 */
export function mergeKeyedList(
	type: ListSchema,
	left: readonly ConfigValue[],
	right: readonly ConfigValue[],
	merge: MergeItems,
): ConfigValue[] | undefined {
	if (type.item.of !== 'struct' || type.name === undefined) return undefined;
	if (type.name === 'security.ImageVerificationRules') return replaceRules(left, right);
	const sameKey = keyedLists.get(type.name);
	if (sameKey === undefined) return undefined;
	const merged = [...left];
	for (const item of right) {
		const patch = itemOf(item);
		const index = sameKey(patch) === undefined ? -1 : merged.findIndex((old) => sameKey(patch)?.(itemOf(old)));
		if (index === -1) merged.push(patch);
		else merged[index] = merge(type.item.struct, itemOf(merged[index]), patch, index);
	}
	return merged;
}

/** Whether an item of the list has the patch's key; undefined for a patch that has none, which is appended. */
type SameKey = (patch: StructValue) => ((item: StructValue) => boolean) | undefined;

const keyedLists: ReadonlyMap<string, SameKey> = new Map<string, SameKey>([
	['v1alpha1.NetworkDeviceList', sameDevice],
	['v1alpha1.VlanList', byField('vlanId', 0)],
	['v1alpha1.AdmissionPluginConfigList', byField('name', '')],
	['extensions.ConfigFileList', byField('mountPath', '')],
]);

function byField(name: string, zero: ConfigValue): SameKey {
	return (patch) => (item) => (item[name] ?? zero) === (patch[name] ?? zero);
}

function sameDevice(patch: StructValue): ((item: StructValue) => boolean) | undefined {
	if ((patch['interface'] ?? '') !== '') return (item) => item['interface'] === patch['interface'];
	const selector = patch['deviceSelector'] as StructValue | undefined;
	if (selector === undefined) return undefined;
	return (item) => item['deviceSelector'] !== undefined && sameSelector(item['deviceSelector'] as StructValue, selector);
}

/** Upstream compares pointers, so that two selectors that both say `physical` are never the same. */
function sameSelector(a: StructValue, b: StructValue): boolean {
	if (a['physical'] !== undefined || b['physical'] !== undefined) return false;
	return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => (a[key] ?? '') === (b[key] ?? ''));
}

/** The rule for an image is replaced as a whole; only rules that were there before the patch are looked for. */
function replaceRules(left: readonly ConfigValue[], right: readonly ConfigValue[]): ConfigValue[] {
	const merged = [...left];
	const places = new Map(left.map((rule, index) => [imageOf(rule), index]));
	for (const rule of right) {
		const place = places.get(imageOf(rule));
		if (place === undefined) merged.push(rule);
		else merged[place] = rule;
	}
	return merged;
}

function imageOf(rule: ConfigValue): ConfigValue {
	return itemOf(rule)['image'] ?? '';
}

function itemOf(item: ConfigValue | undefined): StructValue {
	if (item === null || item === undefined) throw new TextRefusal('merge not possible, an item of the list is null');
	return item as StructValue;
}
