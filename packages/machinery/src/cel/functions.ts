import { CelError, type CelValue } from './value.ts';

/** The value of a function or an operator. Throws CelError "failed" where it has none. */
export function callFunction(name: string, values: readonly CelValue[]): CelValue {
	const implementation = Object.hasOwn(functions, name) ? functions[name] : undefined;
	if (implementation === undefined) throw new CelError('failed', `the function ${name} is not implemented`);
	// the checker has counted them
	return implementation(...(values as [CelValue, CelValue, CelValue]));
}

/** Whether two values are the same, whatever they are made of. */
function equalValues(a: CelValue, b: CelValue): boolean {
	if (a instanceof Uint8Array && b instanceof Uint8Array) return a.length === b.length && a.every((byte, at) => byte === b[at]);
	if (Array.isArray(a) && Array.isArray(b))
		return a.length === b.length && a.every((item, at) => equalValues(item as CelValue, b[at] as CelValue));
	if (a instanceof Map && b instanceof Map)
		return a.size === b.size && [...a].every(([key, value]) => b.has(key) && equalValues(value, b.get(key)));
	// numbers of different types are compared as numbers
	if (typeof a === 'bigint' && typeof b === 'number') return Number(a) === b;
	if (typeof a === 'number' && typeof b === 'bigint') return a === Number(b);
	return a === b;
}

type Implementation = (a: CelValue, b: CelValue, c: CelValue) => CelValue;

const functions: Readonly<Record<string, Implementation>> = {
	'!_': (a) => a !== true,
	'-_': (a) => (typeof a === 'bigint' ? inRange(-a) : -(a as number)),
	'@in': (a, b) => (b instanceof Map ? [...b.keys()] : (b as readonly CelValue[])).some((one: CelValue) => equalValues(a, one)),
	'_==_': equalValues,
	'_!=_': (a, b) => !equalValues(a, b),
	'_<_': (a, b) => compare(a, b) < 0,
	'_<=_': (a, b) => compare(a, b) <= 0,
	'_>_': (a, b) => compare(a, b) > 0,
	'_>=_': (a, b) => compare(a, b) >= 0,
	'_+_': added,
	'_-_': (a, b) => (typeof a === 'bigint' ? inRange(a - (b as bigint)) : (a as number) - (b as number)),
	'_*_': (a, b) => (typeof a === 'bigint' ? inRange(a * (b as bigint)) : (a as number) * (b as number)),
	'_/_': (a, b) => (typeof a === 'bigint' ? inRange(a / divisor(b)) : (a as number) / (b as number)),
	'_%_': (a, b) => (a as bigint) % divisor(b),
	'_[_]': element,
	bool: (a) => (typeof a === 'string' ? booleanIn(a) : a),
	bytes: (a) => (typeof a === 'string' ? new TextEncoder().encode(a) : a),
	contains: (a, b) => (a as string).includes(b as string),
	double: (a) => Number(a as string | number | bigint),
	dyn: (a) => a,
	endsWith: (a, b) => (a as string).endsWith(b as string),
	glob: (pattern, text) => matchesGlob(pattern as string, text as string),
	int: integer,
	mac: (a) => [...(a as Uint8Array)].map((byte) => byte.toString(16).padStart(2, '0')).join(':'),
	matches: (a, b) => expression(b as string).test(a as string),
	size: (a) => BigInt(typeof a === 'string' ? [...a].length : a instanceof Map ? a.size : (a as readonly unknown[] | Uint8Array).length),
	startsWith: (a, b) => (a as string).startsWith(b as string),
	string: (a) => (a instanceof Uint8Array ? new TextDecoder().decode(a) : String(a as string | number | bigint | boolean)),
	uint: integer,
};

function added(a: CelValue, b: CelValue): CelValue {
	if (typeof a === 'bigint') return inRange(a + (b as bigint));
	if (typeof a === 'number') return a + (b as number);
	if (typeof a === 'string') return a + (b as string);
	if (a instanceof Uint8Array) return Uint8Array.from([...a, ...(b as Uint8Array)]);
	return [...(a as readonly CelValue[]), ...(b as readonly CelValue[])];
}

/** Text by its characters, bytes by their values, false before true. */
function compare(a: CelValue, b: CelValue): number {
	if (a instanceof Uint8Array && b instanceof Uint8Array) {
		const differs = a.findIndex((byte, at) => byte !== b[at]);
		return differs < 0 ? a.length - b.length : (a[differs] ?? 0) - (b[differs] ?? -1);
	}
	const [left, right] = [a as number, b as number];
	return left < right ? -1 : left > right ? 1 : 0;
}

function element(of: CelValue, at: CelValue): CelValue {
	const value =
		of instanceof Map
			? [...of].find(([key]: readonly [CelValue, CelValue]) => equalValues(key, at))?.[1]
			: (of as readonly CelValue[])[Number(at as bigint)];
	if (value === undefined) throw new CelError('failed', `there is nothing at ${String(at as string | bigint)}`);
	return value as CelValue;
}

function integer(a: CelValue): bigint {
	try {
		return inRange(typeof a === 'number' ? BigInt(Math.trunc(a)) : BigInt(a as string | bigint));
	} catch (error) {
		throw new CelError('failed', `${String(a as string | number)} is no integer`, { cause: error });
	}
}

function divisor(value: CelValue): bigint {
	if (value === 0n) throw new CelError('failed', 'division by zero');
	return value as bigint;
}

/** Of 64 bits, signed or not. */
function inRange(value: bigint): bigint {
	if (value < -(1n << 63n) || value >= 1n << 64n) throw new CelError('failed', 'a number is too large');
	return value;
}

function booleanIn(text: string): boolean {
	if (/^(1|t|true|T|TRUE|True)$/.test(text)) return true;
	if (/^(0|f|false|F|FALSE|False)$/.test(text)) return false;
	throw new CelError('failed', `${JSON.stringify(text)} is neither true nor false`);
}

function expression(pattern: string): RegExp {
	try {
		return new RegExp(pattern, 'u');
	} catch (error) {
		throw new CelError('failed', `${JSON.stringify(pattern)} is no regular expression`, { cause: error });
	}
}

/** `*` stands for any text, and nothing else is special (upstream: ryanuber/go-glob). */
function matchesGlob(pattern: string, text: string): boolean {
	const parts = pattern.split('*');
	const [first = '', last = ''] = [parts[0], parts.at(-1)];
	if (parts.length === 1) return text === pattern;
	if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
	let at = first.length;
	for (const part of parts.slice(1, -1)) {
		const found = text.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return at <= text.length - last.length;
}
