import type { Context } from '@ichor/std';
import type { Metadata } from '../resource/metadata.ts';
import type { Resource } from '../resource/resource.ts';
import { withSpec } from '../resource/resource.ts';
import type { ResourceType } from '../resource/resource-type.ts';
import type { ListOptions } from '../state/core-state.ts';
import { isConflict } from '../state/errors.ts';
import type { Controller, ControllerRuntime, Input, Output, Reader } from './controller.ts';
import { reconciling } from './reconciler.ts';

/** Makes one output from each input. */
export interface Transform<In, Out> {
	readonly name: string;
	readonly input: ResourceType<In>;
	readonly output: ResourceType<Out>;
	/** Id of the output that belongs to an input; undefined when none does. */
	readonly outputId: (input: Resource<In>) => string | undefined;
	/** Spec of the output; undefined leaves the output as it is until something changes. `current` is the spec that is stored. */
	readonly transform: (context: Context, reader: Reader, input: Resource<In>, current: Out | undefined) => Promise<Out | undefined>;
	/**
	 * When given, the controller holds each input by a finalizer until its output is destroyed, and calls this when an
	 * input is torn down, before it lets go. False means: not yet, ask again when something changes.
	 */
	readonly release?: (context: Context, reader: Reader, input: Resource<In>) => Promise<boolean>;
	/** Keep the output of an input that is torn down until that is destroyed. Not together with `release`. */
	readonly ignoreTeardown?: boolean;
	/** Only inputs that match. */
	readonly query?: ListOptions;
	/** What `transform` and `release` read besides. */
	readonly extraInputs?: readonly Input[];
	/** exclusive unless told otherwise. */
	readonly outputKind?: Output['kind'];
}

/**
 * The controller of a transformation. An output goes when its input does; when others hold the output, it is torn
 * down first. One failing input does not keep the others from being transformed.
 */
export function transforming<In, Out>(transform: Transform<In, Out>): Controller {
	const { name, input, output, extraInputs = [], outputKind = 'exclusive' } = transform;
	return reconciling({
		name,
		inputs: [
			{ ...input.kind, kind: transform.release === undefined ? 'weak' : 'strong' },
			{ ...output.kind, kind: 'destroyReady' },
			...extraInputs,
		],
		outputs: [{ type: output.type, kind: outputKind }],
		reconcile: async (context, runtime) => {
			await new Cycle(transform, context, runtime).run();
		},
	});
}

/** One reconcile: every input first, then the outputs that have lost theirs. */
class Cycle<In, Out> {
	readonly #transform: Transform<In, Out>;
	readonly #context: Context;
	readonly #runtime: ControllerRuntime;
	readonly #errors: unknown[] = [];
	/** Ids of outputs that have a live input. */
	readonly #kept = new Set<string>();
	/** Inputs to let go of once the output of that id is gone. */
	readonly #releasable = new Map<string, Metadata>();

	constructor(transform: Transform<In, Out>, context: Context, runtime: ControllerRuntime) {
		this.#transform = transform;
		this.#context = context;
		this.#runtime = runtime;
	}

	/** @throws the only failure, or all of them in an AggregateError */
	async run(): Promise<void> {
		for (const input of await this.#runtime.list(this.#transform.input.kind, this.#transform.query)) {
			const id = this.#transform.outputId(input);
			if (id !== undefined) await this.#attempt(() => this.#process(input, id));
		}
		for (const { metadata } of await this.#runtime.list(this.#transform.output.kind)) {
			await this.#attempt(() => this.#cleanUp(metadata));
		}
		for (const metadata of this.#releasable.values()) {
			await this.#attempt(() => this.#runtime.removeFinalizer(metadata, this.#transform.name));
		}
		if (this.#errors.length === 1) throw this.#errors[0];
		if (this.#errors.length > 1) throw new AggregateError(this.#errors, this.#errors.map(String).join('; '));
	}

	async #process(input: Resource<In>, id: string): Promise<void> {
		if (input.metadata.phase === 'tearingDown' && this.#transform.ignoreTeardown !== true) await this.#release(input, id);
		else await this.#produce(input, id);
	}

	async #produce(input: Resource<In>, id: string): Promise<void> {
		const { name, output, transform, release } = this.#transform;
		this.#kept.add(id);
		if (release !== undefined && !input.metadata.finalizers.includes(name)) await this.#runtime.addFinalizer(input.metadata, name);
		const stored = await this.#runtime.find(output.pointer(id));
		const spec = await transform(this.#context, this.#runtime, input, stored?.spec);
		if (spec === undefined) return;
		try {
			await this.#runtime.modify(output.resource(id, spec), (current) => withSpec(current, spec));
		} catch (error) {
			// the output of an earlier input is still being torn down; its end wakes the controller again
			if (!isConflict(error, output.kind)) throw error;
		}
	}

	async #release(input: Resource<In>, id: string): Promise<void> {
		const { name, release } = this.#transform;
		if (release === undefined || !input.metadata.finalizers.includes(name)) return;
		// unless it is released, its output stays
		this.#kept.add(id);
		if (!(await release(this.#context, this.#runtime, input))) return;
		this.#kept.delete(id);
		this.#releasable.set(id, input.metadata);
	}

	async #cleanUp({ namespace, type, id, owner, phase }: Metadata): Promise<void> {
		const releasable = this.#releasable.get(id);
		this.#releasable.delete(id);
		if (owner !== this.#transform.name) return;
		// a torn-down output goes even if it has a live input: it belonged to an earlier one of the same id
		if (phase === 'running' && this.#kept.has(id)) return;
		const pointer = { namespace, type, id };
		if (!(await this.#runtime.teardown(pointer))) return;
		await this.#runtime.destroy(pointer);
		if (releasable !== undefined) this.#releasable.set(id, releasable);
	}

	async #attempt(step: () => Promise<void>): Promise<void> {
		try {
			await step();
		} catch (error) {
			this.#errors.push(error);
		}
	}
}
