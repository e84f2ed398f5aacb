import { compare } from './compare.ts';
import type { PathNode } from './path.ts';
import { Moment, type PlainMap, type PlainValue } from './plain-value.ts';

/** What a template finds: for each of its texts and paths, all that it leads to. */
export type Findings = readonly (readonly PlainValue[])[];

/**
 * Applies a template to a value.
 *
 * @param missing whether a field that is not there is an empty finding; else it is refused
 * @throws Error in the words of kubectl's evaluation
 */
export function evaluate(template: readonly PathNode[], value: PlainValue, missing: 'empty' | 'refused'): Findings {
	return new Evaluation(missing).run(template, value);
}

class Evaluation {
	readonly #missing: 'empty' | 'refused';

	constructor(missing: 'empty' | 'refused') {
		this.#missing = missing;
	}

	run(template: readonly PathNode[], value: PlainValue): Findings {
		const findings: (readonly PlainValue[])[] = [];
		for (let at = 0; at < template.length; at++) {
			const node = template[at] as PathNode;
			if (isWord(node, 'end')) throw new Error('not in range, nothing to end');
			const found = this.#step([value], node);
			if (!isWord(node, 'range')) {
				findings.push(found);
				continue;
			}
			const end = endOf(template, at);
			for (const one of found) findings.push(...this.run(template.slice(at + 1, end), one));
			at = end;
		}
		return findings;
	}

	#step(input: readonly PlainValue[], node: PathNode): readonly PlainValue[] {
		switch (node.kind) {
			case 'list':
				return node.nodes.reduce<readonly PlainValue[]>((values, one) => this.#step(values, one), input);
			case 'text':
				return [node.text];
			case 'constant':
				return input.map(() => node.value);
			case 'field':
				return this.#field(input, node.name);
			case 'element':
				return input.flatMap((value) => (value === null ? [] : [elementOf(value, node.index)]));
			case 'slice':
				return input.flatMap((value) => (value === null ? [] : sliceOf(value, node)));
			case 'union':
				return node.alternatives.flatMap((alternative) => this.#step(input, alternative));
			case 'wildcard':
				return input.flatMap(contentOf);
			case 'recursive':
				return descendants(input);
			case 'filter':
				return input.flatMap((value) => listOf(value, ' and cannot be filtered').filter((item) => this.#passes(item, node)));
			case 'word':
				if (node.word === 'range' || node.word === 'end') return input;
				throw new Error(`unrecognized identifier ${node.word}`);
		}
	}

	#field(input: readonly PlainValue[], name: string): readonly PlainValue[] {
		const found = input.flatMap((value) => (isMap(value) && value.has(name) ? [value.get(name) ?? null] : []));
		if (found.length === 0 && input.length > 0 && this.#missing === 'refused') throw new Error(`${name} is not found`);
		return found;
	}

	#passes(item: PlainValue, { left, operator, right }: Extract<PathNode, { readonly kind: 'filter' }>): boolean {
		if (operator === 'exists') return this.#orNothing(item, left).length > 0;
		const sides = [this.#step([item], left), this.#step([item], right)];
		if (sides.some((side) => side.length === 0)) return false;
		if (sides.some((side) => side.length > 1)) throw new Error('can only compare one element at a time');
		return compare(sides[0]?.[0] ?? null, operator, sides[1]?.[0] ?? null);
	}

	#orNothing(item: PlainValue, path: PathNode): readonly PlainValue[] {
		try {
			return this.#step([item], path);
		} catch {
			return [];
		}
	}
}

function isWord(node: PathNode, word: string): boolean {
	return node.kind === 'list' && node.nodes.some((one) => one.kind === 'word' && one.word === word);
}

/** The end that belongs to a range; the end of the template when there is none. */
function endOf(template: readonly PathNode[], range: number): number {
	let open = 0;
	for (let at = range; at < template.length; at++) {
		const node = template[at] as PathNode;
		if (isWord(node, 'range')) open++;
		else if (isWord(node, 'end') && --open === 0) return at;
	}
	return template.length;
}

function isMap(value: PlainValue): value is PlainMap {
	return value instanceof Map;
}

function listOf(value: PlainValue, else_ = ''): readonly PlainValue[] {
	if (Array.isArray(value)) return value as readonly PlainValue[];
	throw new Error(`${typeOf(value)} is not array or slice${else_}`);
}

function elementOf(value: PlainValue, index: number): PlainValue {
	const list = listOf(value);
	const at = index < 0 ? index + list.length : index;
	const found = list[at];
	if (found === undefined) throw new Error(`array index out of bounds: index ${at}, length ${list.length}`);
	return found;
}

function sliceOf(
	value: PlainValue,
	{
		first: from = 0,
		end: upTo,
		step = 1,
	}: { readonly first: number | undefined; readonly end: number | undefined; readonly step: number | undefined },
): readonly PlainValue[] {
	const list = listOf(value);
	const first = from < 0 ? from + list.length : from;
	const end = upTo === undefined ? list.length : upTo < 0 ? upTo + list.length : upTo;
	if (first === end) return [];
	const outside = (index: number): Error => new Error(`array index out of bounds: index ${index}, length ${list.length}`);
	if (first >= list.length || first < 0) throw outside(first);
	if (end > list.length || end < 0) throw outside(end - 1);
	if (first > end) throw new Error(`starting index ${first} is greater than ending index ${end}`);
	if (step <= 0) throw new Error('step must be > 0');
	return list.slice(first, end).filter((_item, index) => index % step === 0);
}

/** What is directly in a value: a map's in the order of its keys, a text's octets. */
function contentOf(value: PlainValue): readonly PlainValue[] {
	if (isMap(value)) return [...value].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
	if (typeof value === 'string') return [...new TextEncoder().encode(value)];
	return Array.isArray(value) ? (value as readonly PlainValue[]) : [];
}

/** Every value with something in it, each before what is in it. */
function descendants(input: readonly PlainValue[]): readonly PlainValue[] {
	return input.flatMap((value) => {
		const content = contentOf(value);
		return content.length === 0 ? [] : [value, ...descendants(content)];
	});
}

/** Go's name of the type that its decoder chooses. */
function typeOf(value: PlainValue): string {
	if (value instanceof Moment) return 'time.Time';
	if (isMap(value)) return 'map[string]interface {}';
	if (typeof value === 'string') return 'string';
	if (typeof value === 'boolean') return 'bool';
	return typeof value === 'number' && !Number.isInteger(value) ? 'float64' : 'int';
}
