import { type Context, messageOf } from '@ichor/std';
import type { Metadata } from '../resource/metadata.ts';
import type { Kind, Pointer, Resource } from '../resource/resource.ts';
import type { ListOptions } from '../state/core-state.ts';
import type { Change, State } from '../state/state.ts';
import { BackOff } from './back-off.ts';
import type { Clock } from './clock.ts';
import type { Controller, ControllerRuntime, CreateOptions, Input, ModifyOptions, RemoveOptions } from './controller.ts';
import { ControllerError } from './errors.ts';

/** A controller that has failed and has not said since that all is well. */
export interface ControllerFailure {
	readonly controller: string;
	/** How many times in a row, and since when, in milliseconds since 1970. */
	readonly count: number;
	readonly since: number;
	/** Of the last error. */
	readonly message: string;
}

/** What a running controller needs from its engine. */
export interface RunningControllerOptions {
	readonly state: State;
	readonly clock: Clock;
	readonly random: () => number;
	/** The controller has declared these inputs. Throws when it may not. */
	readonly inputsChanged: (inputs: readonly Input[]) => void;
}

/** A controller and the runtime that it sees: restarts it, wakes it, and refuses what it has not declared. */
export class RunningController implements ControllerRuntime {
	readonly #controller: Controller;
	readonly #options: RunningControllerOptions;
	readonly #state: State;
	readonly #backOff: BackOff;
	readonly #outputs: ReadonlySet<string>;
	#inputs: readonly Input[] = [];
	#signal: AbortSignal = new AbortController().signal;
	/** Something has happened since the last reconcile began; true at the start, so that every controller reconciles once. */
	#pending = true;
	#wake: (() => void) | undefined;
	#failure: ControllerFailure | undefined;
	/** Keys of the outputs written since tracking began; undefined when nothing is tracked. */
	#written: Set<string> | undefined;

	constructor(controller: Controller, options: RunningControllerOptions) {
		this.#controller = controller;
		this.#options = options;
		this.#state = options.state;
		this.#backOff = new BackOff(options.random);
		this.#outputs = new Set(controller.outputs.map(({ type }) => type));
	}

	/** Runs the controller, and again after each failure, until it returns or the context is cancelled. */
	async run(context: Context): Promise<void> {
		const { name } = this.#controller;
		const log: Context['log'] = (level, message, fields) => context.log(level, message, { ...fields, controller: name });
		this.#signal = context.signal;
		context.signal.addEventListener('abort', () => this.#wake?.(), { once: true });
		while (!context.signal.aborted) {
			log('debug', 'controller starting');
			try {
				await this.#controller.run({ ...context, log }, this);
				log('debug', 'controller finished');
				return;
			} catch (error) {
				if (context.signal.aborted) return;
				const interval = this.#backOff.next();
				const { count, since } = this.#failure ?? { count: 0, since: Date.now() };
				this.#failure = { controller: name, count: count + 1, since, message: messageOf(error) };
				log('error', 'controller failed', { error: messageOf(error), restartIn: Math.round(interval) });
				await this.#options.clock.sleep(interval, context.signal).catch(() => undefined);
			}
			this.#written = undefined;
			this.queueReconcile();
		}
	}

	/** Undefined while all is well. */
	get failure(): ControllerFailure | undefined {
		return this.#failure;
	}

	/** An input of this controller has changed. */
	inputChanged({ namespace, type, id, phase, finalizers }: Metadata): void {
		const matching = this.#inputs.filter(
			(input) => input.namespace === namespace && input.type === type && (input.id === undefined || input.id === id),
		);
		const ready = phase === 'tearingDown' && finalizers.length === 0;
		if (matching.some(({ kind }) => kind !== 'destroyReady' || ready)) this.queueReconcile();
	}

	async nextReconcile(): Promise<boolean> {
		while (!this.#pending && !this.#signal.aborted) {
			await new Promise<void>((resolve) => {
				this.#wake = resolve;
			});
		}
		this.#pending = false;
		return !this.#signal.aborted;
	}

	queueReconcile(): void {
		this.#pending = true;
		this.#wake?.();
	}

	resetRestartBackoff(): void {
		this.#failure = undefined;
		this.#backOff.reset();
	}

	updateInputs(inputs: readonly Input[]): void {
		this.#options.inputsChanged(inputs);
		this.#inputs = [...inputs];
	}

	async get<Spec>(pointer: Pointer<Spec>): Promise<Resource<Spec>> {
		this.#mayRead(pointer, pointer.id);
		return await this.#state.get(pointer, { signal: this.#signal });
	}

	async find<Spec>(pointer: Pointer<Spec>): Promise<Resource<Spec> | undefined> {
		this.#mayRead(pointer, pointer.id);
		return await this.#state.find(pointer, { signal: this.#signal });
	}

	async list<Spec>(kind: Kind<Spec>, options: ListOptions = {}): Promise<readonly Resource<Spec>[]> {
		this.#mayRead(kind, undefined);
		return await this.#state.list(kind, { signal: this.#signal, ...options });
	}

	async signalUntilTeardown(pointer: Pointer): Promise<AbortSignal> {
		this.#mayRead(pointer, pointer.id);
		return await this.#state.signalUntilTeardown(pointer, { signal: this.#signal });
	}

	async create<Spec>(resource: Resource<Spec>, options: CreateOptions = {}): Promise<Resource<Spec>> {
		this.#mayWrite(resource.metadata, 'create');
		return await this.#state.create(resource, this.#as(options));
	}

	async update<Spec>(resource: Resource<Spec>): Promise<Resource<Spec>> {
		this.#mayWrite(resource.metadata, 'update');
		return await this.#state.update(resource, this.#as({}));
	}

	async modify<Spec>(empty: Resource<Spec>, change: Change<Spec>, options: ModifyOptions = {}): Promise<Resource<Spec>> {
		this.#mayWrite(empty.metadata, 'update');
		const { expectedPhase } = options;
		return await this.#state.modify(empty, change, { ...this.#as(options), expectedPhase });
	}

	async teardown(pointer: Pointer, options: RemoveOptions = {}): Promise<boolean> {
		this.#mustBeOutput(pointer, 'teardown');
		return await this.#state.teardown(pointer, { ...this.#as({}), ...options });
	}

	async destroy(pointer: Pointer, options: RemoveOptions = {}): Promise<void> {
		this.#mustBeOutput(pointer, 'destroy');
		await this.#state.destroy(pointer, { ...this.#as({}), ...options });
	}

	async addFinalizer(pointer: Pointer, finalizer: string): Promise<void> {
		this.#mayHold(pointer);
		await this.#state.addFinalizer(pointer, finalizer, { signal: this.#signal });
	}

	async removeFinalizer(pointer: Pointer, finalizer: string): Promise<void> {
		this.#mayHold(pointer);
		await this.#state.removeFinalizer(pointer, finalizer, { signal: this.#signal });
	}

	startTrackingOutputs(): void {
		if (this.#written !== undefined)
			throw new ControllerError('misuse', `controller "${this.#controller.name}" tracks its outputs already`);
		this.#written = new Set();
	}

	async cleanupOutputs(...kinds: readonly Kind[]): Promise<void> {
		const written = this.#written;
		if (written === undefined) throw new ControllerError('misuse', `controller "${this.#controller.name}" does not track its outputs`);
		for (const kind of kinds) {
			for (const { metadata } of await this.list(kind)) {
				if (metadata.owner === this.#controller.name && !written.has(keyOf(metadata))) await this.destroy(metadata);
			}
		}
		this.#written = undefined;
		this.resetRestartBackoff();
	}

	#as({ noOwner = false }: CreateOptions): { readonly owner: string; readonly signal: AbortSignal } {
		return { owner: noOwner ? '' : this.#controller.name, signal: this.#signal };
	}

	#mayWrite(pointer: Pointer, attempt: string): void {
		this.#mustBeOutput(pointer, attempt);
		this.#written?.add(keyOf(pointer));
	}

	#mustBeOutput({ namespace, type, id }: Pointer, attempt: string): void {
		if (this.#outputs.has(type)) return;
		const { name } = this.#controller;
		throw new ControllerError(
			'not-declared',
			`resource "${namespace}"/"${type}" is not an output for controller "${name}", ${attempt} attempted on "${id}"`,
		);
	}

	#mayRead(kind: Kind, id: string | undefined): void {
		if (this.#outputs.has(kind.type) || this.#inputs.some((input) => covers(input, kind, id))) return;
		const { name } = this.#controller;
		throw new ControllerError(
			'not-declared',
			`attempt to query resource "${kind.namespace}"/"${kind.type}", not input or output for controller "${name}"`,
		);
	}

	#mayHold(pointer: Pointer): void {
		if (this.#inputs.some((input) => input.kind === 'strong' && covers(input, pointer, pointer.id))) return;
		const { name } = this.#controller;
		const what = `"${pointer.namespace}"/"${pointer.type}"`;
		throw new ControllerError(
			'not-declared',
			`attempt to change finalizers for resource ${what}, not an input with Strong dependency for controller "${name}"`,
		);
	}
}

/** Whether an input declares a resource, or a whole kind when the id is undefined. */
function covers(input: Input, { namespace, type }: Kind, id: string | undefined): boolean {
	return input.namespace === namespace && input.type === type && (input.id === undefined || input.id === id);
}

function keyOf({ namespace, type, id }: Pointer): string {
	return `${namespace}/${type}/${id}`;
}
