import type { ConfigValue } from '../../document.ts';
import type { FreeForm } from '../scalars.gen.ts';
import { runtimeSpecStructs } from './runtime-spec-structs.ts';

/**
 * What keeps free-form values from being an OCI runtime specification: the first misfit, keys taken in sorted order, in the
 * words of Go's JSON decoder. Unknown keys pass.
 */
export function runtimeSpecProblem(spec: FreeForm): string | undefined {
	return structProblem(spec, { struct: 'Spec', path: [] });
}

/** The structure around a value, and the way to it from the specification. */
interface Place {
	readonly struct: string;
	readonly path: readonly string[];
}

function valueProblem(value: ConfigValue | undefined, type: string, place: Place): string | undefined {
	if (value === undefined || value === null || type === 'any') return undefined;
	const [, container, element] = /^(\[\]|\{\})(.*)$/.exec(type) ?? [];
	if (container === '[]' && Array.isArray(value)) return firstProblem(value, (item) => valueProblem(item, element ?? 'any', place));
	if (container === '{}' && isMapping(value)) {
		return firstProblem(sorted(value), ([, item]) => valueProblem(item, element ?? 'any', place));
	}
	if (container === undefined && isMapping(value) && type in runtimeSpecStructs) {
		return structProblem(value, { struct: type, path: place.path });
	}
	const found = container === undefined && !(type in runtimeSpecStructs) ? scalarMisfit(value, type) : describe(value);
	if (found === undefined) return undefined;
	const field = `${place.struct}.${place.path.join('.')}`;
	return `json: cannot unmarshal ${found} into Go struct field ${field} of type ${goName(type)}`;
}

function structProblem(value: object, { struct, path }: Place): string | undefined {
	const fields = new Map(
		runtimeSpecStructs[struct]
			?.trim()
			.split(/\s+/)
			.map((field) => field.split(':') as [string, string]),
	);
	const byKey = new Map([...fields.keys()].map((name) => [name.slice(name.indexOf('.') + 1), name]));
	const byFoldedKey = new Map([...byKey].map(([key, name]) => [key.toLowerCase(), name]));
	return firstProblem(sorted(value), ([key, item]) => {
		const name = byKey.get(key) ?? byFoldedKey.get(key.toLowerCase());
		const type = name === undefined ? undefined : fields.get(name);
		return name === undefined || type === undefined ? undefined : valueProblem(item, type, { struct, path: [...path, name] });
	});
}

/** What a value is that is no scalar of the type; undefined when it is one. */
function scalarMisfit(value: ConfigValue, type: string): string | undefined {
	if (type === 'bool') return typeof value === 'boolean' ? undefined : describe(value);
	const [lowest, highest] = integerRanges[type] ?? [];
	if (lowest === undefined || highest === undefined) return describe(value) === 'string' ? undefined : describe(value);
	const number = numberText(value);
	if (number === undefined) return describe(value);
	const fits = /^-?\d+$/.test(number) && BigInt(number) >= lowest && BigInt(number) <= highest;
	return fits ? undefined : `number ${number}`;
}

const unsigned = (bits: bigint): readonly [bigint, bigint] => [0n, 2n ** bits - 1n];
const signed = (bits: bigint): readonly [bigint, bigint] => [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];

const integerRanges: Readonly<Record<string, readonly [lowest: bigint, highest: bigint]>> = {
	int: signed(64n),
	int32: signed(32n),
	int64: signed(64n),
	uint: unsigned(64n),
	uint16: unsigned(16n),
	uint32: unsigned(32n),
	uint64: unsigned(64n),
	'os.FileMode': unsigned(32n),
};

/** What Go's JSON decoder calls a value. */
function describe(value: ConfigValue): string {
	if (numberText(value) !== undefined) return 'number';
	if (Array.isArray(value)) return 'array';
	return isMapping(value) ? 'object' : typeof value === 'boolean' ? 'bool' : 'string';
}

/** The text of a number in JSON: a whole number has no decimal point, whatever it was written as. */
function numberText(value: ConfigValue): string | undefined {
	if (typeof value === 'number' || typeof value === 'bigint') return String(value);
	if (typeof value !== 'object' || value === null || !('opaque' in value)) return undefined;
	return value.opaque === 'float' ? String(Number(value.text)) : undefined;
}

function isMapping(value: ConfigValue): value is { readonly [key: string]: ConfigValue | undefined } {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !('opaque' in value && 'text' in value);
}

function sorted(value: object): [string, ConfigValue | undefined][] {
	return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

function firstProblem<T>(items: readonly T[], problemOf: (item: T) => string | undefined): string | undefined {
	for (const item of items) {
		const problem = problemOf(item);
		if (problem !== undefined) return problem;
	}
	return undefined;
}

function goName(type: string): string {
	const [, container = '', element = type] = /^(\[\]|\{\})(.*)$/.exec(type) ?? [];
	const prefix = container === '{}' ? 'map[string]' : container;
	if (element === 'os.FileMode') return `${prefix}fs.FileMode`;
	return `${prefix}${/^[A-Z]/.test(element) ? 'specs.' : ''}${element}`;
}
