import type { PlainValue } from './plain-value.ts';

/**
 * Compares two values as Go's templates do: of one kind only.
 *
 * @throws Error for lists and maps, for values of two kinds, and for an operator that does not exist
 */
export function compare(left: PlainValue, operator: string, right: PlainValue): boolean {
	const test = tests.get(operator);
	if (test === undefined) throw new Error(`unrecognized filter operator ${operator}`);
	const kind = kindOf(left);
	if (kind === undefined || kindOf(right) === undefined) throw new Error('invalid type for comparison');
	if (kind !== kindOf(right)) throw new Error('incompatible types for comparison');
	if (kind === 'bool' && operator !== '==' && operator !== '!=') throw new Error('invalid type for comparison');
	return test(left as Comparable, right as Comparable);
}

type Comparable = string | number | bigint | boolean;

const tests: ReadonlyMap<string, (left: Comparable, right: Comparable) => boolean> = new Map([
	['<', (left, right) => left < right],
	['>', (left, right) => left > right],
	['<=', (left, right) => left <= right],
	['>=', (left, right) => left >= right],
	// a number and a bigint of one size are one number
	['==', (left, right) => left <= right && left >= right],
	['!=', (left, right) => left < right || left > right],
]);

function kindOf(value: PlainValue): 'string' | 'bool' | 'int' | 'float' | undefined {
	if (typeof value === 'string') return 'string';
	if (typeof value === 'boolean') return 'bool';
	if (typeof value === 'bigint') return 'int';
	if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
	return undefined;
}
