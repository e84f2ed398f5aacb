import type { Metadata, Pairs } from './metadata.ts';
import { parseQuantity } from './quantity.ts';

/** A condition on one label. All but `exists` fail on a label that is absent. */
export interface LabelTerm {
	readonly key: string;
	readonly operator: LabelOperator;
	/** One value, several for `in`, none for `exists`. */
	readonly values: readonly string[];
	/** Holds when the rest does not. A comparison that cannot be made fails either way. */
	readonly inverted: boolean;
}

/** `numeric` operators compare whole numbers with an optional unit, as in "20kg" or "4Gi"; the others compare text. */
export type LabelOperator = 'exists' | 'equal' | 'in' | 'less' | 'lessOrEqual' | 'numericLess' | 'numericLessOrEqual';

/** Terms that must all hold. */
export type LabelQuery = readonly LabelTerm[];

/** A condition on ids. A RegExp is one. */
export interface IdQuery {
	readonly source: string;
	test(id: string): boolean;
}

/** Which resources of a kind are meant: any of the label queries must hold, and the id query. */
export interface ResourceQuery {
	readonly labels?: readonly LabelQuery[] | undefined;
	readonly id?: IdQuery | undefined;
}

export function labelExists(key: string): LabelTerm {
	return { key, operator: 'exists', values: [], inverted: false };
}

export function labelEqual(key: string, value: string): LabelTerm {
	return { key, operator: 'equal', values: [value], inverted: false };
}

export function labelIn(key: string, values: readonly string[]): LabelTerm {
	return { key, operator: 'in', values, inverted: false };
}

/** Compares a label with a value; the operator says how. */
export function labelCompares(key: string, operator: Exclude<LabelOperator, 'exists' | 'equal' | 'in'>, value: string): LabelTerm {
	return { key, operator, values: [value], inverted: false };
}

export function not(term: LabelTerm): LabelTerm {
	return { ...term, inverted: !term.inverted };
}

export function matchesQuery(query: ResourceQuery, metadata: Metadata): boolean {
	if (query.id !== undefined && !query.id.test(metadata.id)) return false;
	const { labels } = query;
	return labels === undefined || labels.length === 0 || labels.some((terms) => terms.every((term) => matchesTerm(term, metadata.labels)));
}

export function matchesTerm(term: LabelTerm, labels: Pairs): boolean {
	const holds = evaluate(term, labels);
	return holds !== undefined && holds !== term.inverted;
}

/** Undefined when there is nothing to compare. */
function evaluate(term: LabelTerm, labels: Pairs): boolean | undefined {
	const value = Object.hasOwn(labels, term.key) ? labels[term.key] : undefined;
	if (term.operator === 'exists') return value !== undefined;
	const comparison = term.operator !== 'equal' && term.operator !== 'in';
	if (value === undefined) return comparison ? undefined : false;
	const [first] = term.values;
	if (first === undefined) return false;
	switch (term.operator) {
		case 'equal':
			return value === first;
		case 'in':
			return term.values.includes(value);
		case 'less':
			return value < first;
		case 'lessOrEqual':
			return value <= first;
		case 'numericLess':
			return compareQuantities(value, first, (a, b) => a < b);
		case 'numericLessOrEqual':
			return compareQuantities(value, first, (a, b) => a <= b);
	}
}

function compareQuantities(left: string, right: string, compare: (a: bigint, b: bigint) => boolean): boolean | undefined {
	const a = parseQuantity(left);
	const b = parseQuantity(right);
	return a === undefined || b === undefined ? undefined : compare(a, b);
}
