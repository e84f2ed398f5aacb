import { goSprintf, goText } from './go-format.ts';
import { type Operand, type Pipeline, TemplateError, type TemplateNode } from './template.ts';

/**
 * Evaluates a template for a value. Fields are properties of objects and keys of maps; a function that a property holds is
 * a method, and is called with what follows it. What a map does not have is nil, and so is every field of it.
 *
 * @throws TemplateError for a field that an object has not, and a function that is not known
 */
export function renderTemplate(nodes: readonly TemplateNode[], data: unknown): string {
	return new Evaluation(new Map([['$', data]])).list(nodes, data);
}

class Evaluation {
	readonly #variables: ReadonlyMap<string, unknown>;

	constructor(variables: ReadonlyMap<string, unknown>) {
		this.#variables = variables;
	}

	list(nodes: readonly TemplateNode[], dot: unknown): string {
		const [node, ...rest] = nodes;
		if (node === undefined) return '';
		if (node.kind === 'text') return node.text + this.list(rest, dot);
		const value = this.#pipeline(node.pipeline, dot);
		const { variables } = node.pipeline;
		if (node.kind === 'branch') return this.#branch(node, value, dot) + this.list(rest, dot);
		// a variable is known from here to the end of the list
		if (variables.length > 0) return this.#with([[variables[0], value]]).list(rest, dot);
		return (value === undefined ? '<no value>' : goText(value)) + this.list(rest, dot);
	}

	#branch(
		{ on, pipeline: { variables }, body, otherwise }: TemplateNode & { readonly kind: 'branch' },
		value: unknown,
		dot: unknown,
	): string {
		if (!isTrue(value)) return this.list(otherwise, dot);
		if (on !== 'range') return this.#with([[variables[0], value]]).list(body, on === 'with' ? value : dot);
		return entriesOf(value)
			.map(([key, item]) => {
				const named =
					variables.length > 1 ? [[variables[0], key] as const, [variables[1], item] as const] : [[variables[0], item] as const];
				return this.#with(named).list(body, item);
			})
			.join('');
	}

	#with(variables: readonly (readonly [name: string | undefined, value: unknown])[]): Evaluation {
		const named = variables.flatMap(([name, value]) => (name === undefined ? [] : [[name, value] as const]));
		return named.length === 0 ? this : new Evaluation(new Map([...this.#variables, ...named]));
	}

	#pipeline({ commands }: Pipeline, dot: unknown): unknown {
		let before: readonly unknown[] = [];
		for (const command of commands) before = [this.#command(command, before, dot)];
		return before[0];
	}

	#command([first, ...rest]: readonly Operand[], before: readonly unknown[], dot: unknown): unknown {
		if (first === undefined) return undefined;
		const parameters = () => [...rest.map((operand) => this.#command([operand], [], dot)), ...before];
		if (first.kind === 'literal') return first.value;
		if (first.kind === 'path') return this.#path(first, parameters, dot);
		const known = functions.get(first.name);
		if (known === undefined) throw new TemplateError(`function ${JSON.stringify(first.name)} not defined`);
		return known(...parameters());
	}

	#path({ start, fields }: Operand & { readonly kind: 'path' }, parameters: () => readonly unknown[], dot: unknown): unknown {
		let value = start === 'dot' ? dot : 'variable' in start ? this.#variable(start.variable) : this.#pipeline(start.pipeline, dot);
		for (const [index, field] of fields.entries()) {
			const found = fieldOf(value, field);
			value = typeof found === 'function' ? (found.apply(value, index === fields.length - 1 ? parameters() : []) as unknown) : found;
		}
		return value;
	}

	#variable(name: string): unknown {
		if (!this.#variables.has(name)) throw new TemplateError(`undefined variable ${JSON.stringify(name)}`);
		return this.#variables.get(name);
	}
}

function fieldOf(value: unknown, name: string): unknown {
	if (value === undefined) return undefined;
	if (value instanceof Map) return value.get(name) as unknown;
	if (typeof value === 'object' && value !== null && name in value) return (value as Readonly<Record<string, unknown>>)[name];
	throw new TemplateError(`can't evaluate field ${name}`);
}

function isTrue(value: unknown): boolean {
	if (Array.isArray(value)) return value.length > 0;
	if (value instanceof Map) return value.size > 0;
	return Boolean(value);
}

function entriesOf(value: unknown): readonly (readonly [unknown, unknown])[] {
	if (Array.isArray(value)) return [...value.entries()];
	if (value instanceof Map) return [...(value as Map<string, unknown>)].toSorted(([a], [b]) => (a < b ? -1 : 1));
	throw new TemplateError("range can't iterate over it");
}

const functions: ReadonlyMap<string, (...values: readonly unknown[]) => unknown> = new Map<
	string,
	(...values: readonly unknown[]) => unknown
>([
	['printf', (format, ...values) => goSprintf(String(format), values)],
	['print', (...values) => values.map(goText).join(' ')],
	['len', (value) => (Array.isArray(value) ? value.length : value instanceof Map ? value.size : String(value).length)],
	['not', (value) => !isTrue(value)],
	['and', (...values) => values.find((value) => !isTrue(value)) ?? values.at(-1)],
	['or', (...values) => values.find(isTrue) ?? values.at(-1)],
	['eq', (first, ...values) => values.some((value) => goText(value) === goText(first))],
	['ne', (first, value) => goText(value) !== goText(first)],
	['index', (value, key) => (Array.isArray(value) ? (value[Number(key)] as unknown) : fieldOf(value, String(key)))],
]);
