import { type ConfigValue, isOpaque } from './document.ts';
import { quote } from './quote.ts';
import { attempt, TextRefusal } from './scalars/refusal.ts';
import type { StructValue } from './schema/zero.ts';

/**
 * A free-form map merged into another: maps key by key, lists one after the other, a scalar replaced unless the
 * patch's is zero (`false` is not). Throws TextRefusal for values of different types, and for null over a value, on
 * which upstream breaks down.
 */
export function mergeFreeFormMaps(left: StructValue, right: StructValue): StructValue {
	const merged: StructValue = Object.assign(Object.create(null), left);
	for (const [key, value] of Object.entries(right)) {
		const old = merged[key];
		if (old === undefined || old === null) {
			merged[key] = value;
			continue;
		}
		const result = attempt(() => mergeValues(old, value ?? null));
		if (result instanceof TextRefusal) throw new TextRefusal(`merge map key map[string]interface {}[${key}]: ${result.message}`);
		merged[key] = result;
	}
	return merged;
}

function mergeValues(left: ConfigValue, right: ConfigValue): ConfigValue {
	const [leftType, rightType] = [goTypeOfValue(left), goTypeOfValue(right)];
	if (right === null) throw new TextRefusal(`merge not possible, null over ${leftType}: use ${quote('$patch: delete')} to remove a key`);
	if (leftType !== rightType) throw new TextRefusal(`merge type mismatch left ${leftType} right ${rightType}`);
	if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
	if (isOpaque(left) || isOpaque(right)) return mergeOpaque(left, right);
	if (typeof left === 'object') return mergeFreeFormMaps(left as StructValue, right as StructValue);
	return right === '' || right === 0 || right === 0n ? left : right;
}

function mergeOpaque(left: ConfigValue, right: ConfigValue): ConfigValue {
	if (!isOpaque(left) || !isOpaque(right)) return right;
	if (right.opaque === 'timestamp' || right.opaque === 'map')
		throw new TextRefusal(`merge not possible, left ${goTypeOfValue(left)} is not settable`);
	return right.opaque === 'float' && Number(right.text) === 0 ? left : right;
}

/** The Go type that go-yaml makes of a free-form value. */
function goTypeOfValue(value: ConfigValue): string {
	if (isOpaque(value)) return opaqueTypes[value.opaque];
	switch (typeof value) {
		case 'number':
			return Number.isInteger(value) ? 'int' : 'float64';
		case 'bigint':
			return BigInt.asIntN(64, value) === value ? 'int' : 'uint64';
		case 'object':
			return value === null ? 'nil' : Array.isArray(value) ? '[]interface {}' : 'map[string]interface {}';
		case 'boolean':
			return 'bool';
		default:
			return 'string';
	}
}

const opaqueTypes = { float: 'float64', timestamp: 'time.Time', binary: 'string', map: 'map[interface {}]interface {}' } as const;
