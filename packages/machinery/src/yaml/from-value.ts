import { type ConfigEntries, type ConfigOpaque, type ConfigValue, isOpaque } from '../config/document.ts';
import type { EmitProfile } from './emit.ts';
import { formatFloat } from './go-float.ts';
import { compareKeys } from './key-order.ts';
import { type OutputNode, type OutputScalar, outputMap, outputPlain, outputSeq, outputString } from './output.ts';

/**
 * Free-form data as go-yaml prints a Go value without a type: keys in natural order (see compareKeys), floats as Go
 * formats them, undefined values left out.
 */
export function outputOf(value: ConfigValue, profile: EmitProfile = 'config'): OutputNode {
	if (value === null || typeof value !== 'object') return scalarOutput(value);
	if (isList(value)) return outputSeq(value.map((item) => outputOf(item, profile)));
	if (!isOpaque(value)) return mapOutput(value, profile);
	return value.opaque === 'map' ? entriesOutput(value, profile) : opaqueOutput(value);
}

function scalarOutput(value: string | number | bigint | boolean | null): OutputScalar {
	if (typeof value === 'string') return outputString(value);
	if (typeof value === 'number' && !Number.isSafeInteger(value)) return outputPlain(formatFloat(value));
	return outputPlain(String(value));
}

function opaqueOutput({ opaque, text }: ConfigOpaque): OutputScalar {
	return opaque === 'binary' ? { type: 'scalar', kind: 'binary', text } : outputPlain(text);
}

function mapOutput(map: { readonly [key: string]: ConfigValue | undefined }, profile: EmitProfile): OutputNode {
	const keys = Object.keys(map).sort((a, b) => compareKeys(a, b, profile));
	const entries: [string, OutputNode][] = [];
	for (const key of keys) {
		const value = map[key];
		if (value !== undefined) entries.push([key, outputOf(value, profile)]);
	}
	return outputMap(entries);
}

function entriesOutput({ entries }: ConfigEntries, profile: EmitProfile): OutputNode {
	const sorted = [...entries].sort(([a], [b]) => compareAnyKeys(a, b, profile));
	const pairs = sorted.flatMap(([key, value]) => {
		const output = outputOf(key, profile);
		return output.type === 'scalar' ? [{ key: output, value: outputOf(value, profile) }] : [];
	});
	return { type: 'map', pairs };
}

/** Numbers and booleans by their size, then by their kind; texts naturally; anything else by its kind. */
function compareAnyKeys(a: ConfigValue, b: ConfigValue, profile: EmitProfile): number {
	if (typeof a === 'string' && typeof b === 'string') return compareKeys(a, b, profile);
	const left = sizeOf(a);
	const right = sizeOf(b);
	if (left !== undefined && right !== undefined && left !== right) return left < right ? -1 : 1;
	return kindOf(a) - kindOf(b);
}

function sizeOf(key: ConfigValue): number | undefined {
	if (typeof key === 'number' || typeof key === 'bigint' || typeof key === 'boolean') return Number(key);
	return isOpaque(key) && key.opaque === 'float' ? floatOf(key.text) : undefined;
}

function floatOf(text: string): number {
	return Number(text.replace('.inf', 'Infinity').replace('.nan', 'NaN'));
}

/** The place of a key's Go type among reflect's kinds. */
function kindOf(key: ConfigValue): number {
	if (typeof key === 'boolean') return 1;
	if (typeof key === 'bigint') return key >= 2n ** 63n ? 11 : 2;
	if (typeof key === 'number') return Number.isSafeInteger(key) ? 2 : 14;
	if (key === null) return 20;
	if (typeof key === 'string') return 24;
	return isOpaque(key) && key.opaque === 'float' ? 14 : isOpaque(key) && key.opaque === 'timestamp' ? 25 : 24;
}

function isList(value: object): value is readonly ConfigValue[] {
	return Array.isArray(value);
}
