import { type ConfigValue, isOpaque, type MachineConfig } from './document.ts';

/**
 * The configuration with a text wherever its schema has one: bytes that are not UTF-8, which `!!binary` may hold and Go
 * puts into a string, become replacement characters. Rules read texts, and those that meet such bytes refuse them.
 */
export function legibleConfig(config: MachineConfig): MachineConfig {
	return { documents: config.documents.map((document) => ({ ...document, value: legible(document.value as ConfigValue) as object })) };
}

/** The same value when there is nothing to change in it. */
function legible(value: ConfigValue): ConfigValue {
	if (typeof value !== 'object' || value === null) return value;
	if (isOpaque(value))
		return value.opaque === 'binary' ? decoder.decode(Uint8Array.from(atob(value.text), (byte) => byte.charCodeAt(0))) : value;
	if (Array.isArray(value)) {
		const items = value.map(legible);
		return items.every((item, index) => item === value[index]) ? value : items;
	}
	const entries = Object.entries(value).map(([key, child]) => [key, legible(child as ConfigValue)] as const);
	if (entries.every(([key, child]) => child === (value as { readonly [key: string]: unknown })[key])) return value;
	return Object.assign(Object.create(null), Object.fromEntries(entries));
}

const decoder = new TextDecoder();
