import type { ConfigValue } from '../config/document.ts';
import type { FreeForm } from '../config/types/scalars.gen.ts';

/** A map of the configuration: an object without a prototype, so that any key is a key. */
export function mapOf<Value>(entries: Iterable<readonly [string, Value]>): Readonly<Record<string, Value>> {
	const map: Record<string, Value> = Object.create(null);
	for (const [key, value] of entries) map[key] = value;
	return map;
}

/** Literal data as free-form configuration, maps without a prototype all the way down. */
export function freeForm(value: FreeForm): FreeForm {
	return mapOf(Object.entries(value).map(([key, item]) => [key, item === undefined ? item : bare(item)]));
}

function bare(value: ConfigValue): ConfigValue {
	if (Array.isArray(value)) return value.map(bare);
	return typeof value === 'object' && value !== null && !('opaque' in value) ? freeForm(value as FreeForm) : value;
}
