/** Whether two values of plain data (objects, arrays, bytes, scalars) are the same, key by key. */
export function equalData(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (a instanceof Uint8Array || b instanceof Uint8Array) return a instanceof Uint8Array && b instanceof Uint8Array && equalBytes(a, b);
	if (Array.isArray(a) || Array.isArray(b)) {
		return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => equalData(item, b[index]));
	}
	const left = a as Record<string, unknown>;
	const right = b as Record<string, unknown>;
	const keys = definedKeys(left);
	return keys.length === definedKeys(right).length && keys.every((key) => Object.hasOwn(right, key) && equalData(left[key], right[key]));
}

/**
 * Makes plain data unchangeable, all the way down, and returns it. What is frozen already is taken as frozen whole,
 * so values that share parts cost nothing twice. Bytes stay as they are: a typed array cannot be frozen.
 */
export function deepFreeze<T>(value: T): T {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
	Object.freeze(value);
	for (const item of Object.values(value)) deepFreeze(item);
	return value;
}

/** Absent and undefined are the same thing here. */
function definedKeys(value: Record<string, unknown>): string[] {
	return Object.keys(value).filter((key) => value[key] !== undefined);
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
