import type { JsonValue } from '@bufbuild/protobuf';
import { parseYaml } from '../yaml/parse.ts';
import { decodeFreeForm } from './decode-free-form.ts';
import { type ConfigValue, isOpaque } from './document.ts';

/**
 * The documents of a YAML text as JSON has them, which is how Kubernetes reads manifests; empty ones are left out.
 *
 * Throws ConfigError `syntax`, with the place, for what is not YAML.
 */
export function plainDocuments(text: string | Uint8Array, name?: string): readonly JsonValue[] {
	const { documents } = parseYaml(text, name === undefined ? {} : { name });
	return documents.flatMap(({ root }) => (root === undefined ? [] : [plainValue(decodeFreeForm(root))])).filter((value) => value !== null);
}

/** A value of a configuration as JSON has it: numbers and dates that YAML spells in its own way become what JSON makes of them. */
export function plainValue(value: ConfigValue | undefined): JsonValue {
	if (value === undefined || value === null) return null;
	if (typeof value === 'bigint') return Number(value);
	if (typeof value !== 'object') return value;
	if (Array.isArray(value)) return value.map(plainValue);
	if (isOpaque(value)) {
		if (value.opaque === 'map') return Object.fromEntries(value.entries.map(([key, item]) => [String(plainValue(key)), plainValue(item)]));
		return value.opaque === 'float' ? Number(value.text) : value.text;
	}
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainValue(item as ConfigValue)]));
}
