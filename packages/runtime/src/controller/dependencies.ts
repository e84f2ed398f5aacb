import type { Kind, Pointer } from '../resource/resource.ts';
import type { Input, InputKind, Output } from './controller.ts';
import { ControllerError } from './errors.ts';

/** A line of the graph: a controller reads or writes something. Writing knows only the type. */
export interface DependencyEdge {
	readonly controller: string;
	readonly kind: `input-${InputKind}` | 'output-exclusive' | 'output-shared';
	/** Empty for an output, as `id`. */
	readonly namespace: string;
	readonly type: string;
	/** Empty for a whole kind. */
	readonly id: string;
}

/** Which controller reads and writes what. */
export class Dependencies {
	readonly #outputs = new Map<string, Output['kind']>();
	readonly #writers = new Map<string, Set<string>>();
	readonly #inputs = new Map<string, readonly Input[]>();
	readonly #readers = new Map<string, Set<string>>();

	/** @throws ControllerError when the type has an owner that does not share it, or would get one although it is shared */
	addOutput(controller: string, { type, kind }: Output): void {
		const writers = this.#writers.get(type) ?? new Set();
		const [other] = writers;
		if (other !== undefined && (kind === 'exclusive' || this.#outputs.get(type) === 'exclusive')) {
			throw new ControllerError('output-taken', `resource "${type}" is already managed in ${this.#outputs.get(type)} mode by "${other}"`);
		}
		if (writers.has(controller)) throw new ControllerError('duplicate', `controller "${controller}" declares the output "${type}" twice`);
		this.#outputs.set(type, kind);
		this.#writers.set(type, writers.add(controller));
	}

	/** Replaces the inputs of a controller. Throws a ControllerError when one is there twice, and changes nothing. */
	setInputs(controller: string, inputs: readonly Input[]): void {
		const keys = inputs.map(inputKey);
		const repeated = keys.find((key, index) => keys.indexOf(key) !== index);
		if (repeated !== undefined) throw new ControllerError('duplicate', `controller "${controller}" declares the input "${repeated}" twice`);
		for (const input of this.#inputs.get(controller) ?? []) this.#readers.get(inputKey(input))?.delete(controller);
		for (const key of keys) this.#readers.set(key, (this.#readers.get(key) ?? new Set()).add(controller));
		this.#inputs.set(controller, [...inputs]);
	}

	/** The controllers to which a resource is an input. */
	readersOf(pointer: Pointer): readonly string[] {
		return [...(this.#readers.get(inputKey(pointer)) ?? []), ...(this.#readers.get(inputKey(kindOf(pointer))) ?? [])];
	}

	/** Every edge: outputs first, exclusive ones before shared ones, then inputs; each by controller, namespace, type and id. */
	edges(): readonly DependencyEdge[] {
		const outputs = [...this.#writers].flatMap(([type, writers]) =>
			[...writers].map((controller) => ({
				controller,
				kind: `output-${this.#outputs.get(type) ?? 'shared'}` as const,
				namespace: '',
				type,
				id: '',
			})),
		);
		const inputs = [...this.#inputs].flatMap(([controller, all]) =>
			all.map(({ namespace, type, id, kind }) => ({ controller, kind: `input-${kind}` as const, namespace, type, id: id ?? '' })),
		);
		return [...outputs, ...inputs].sort(compareEdges);
	}
}

function kindOf({ namespace, type }: Kind): Kind {
	return { namespace, type };
}

function inputKey({ namespace, type, id }: Kind & { readonly id?: string }): string {
	return id === undefined ? `${namespace}/${type}` : `${namespace}/${type}/${id}`;
}

function compareEdges(a: DependencyEdge, b: DependencyEdge): number {
	const left = [rank(a), a.controller, a.namespace, a.type, a.id];
	const right = [rank(b), b.controller, b.namespace, b.type, b.id];
	const index = left.findIndex((value, position) => value !== right[position]);
	if (index < 0) return 0;
	return (left[index] ?? '') < (right[index] ?? '') ? -1 : 1;
}

function rank({ kind }: DependencyEdge): string {
	return kind === 'output-exclusive' ? '0' : kind === 'output-shared' ? '1' : '2';
}
