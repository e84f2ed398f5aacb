import { type Context, messageOf } from '@ichor/std';
import type { Kind } from '../resource/resource.ts';
import type { ResourceEvent } from '../state/core-state.ts';
import type { State } from '../state/state.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Controller } from './controller.ts';
import { Dependencies, type DependencyEdge } from './dependencies.ts';
import { ControllerError } from './errors.ts';
import { type ControllerFailure, RunningController } from './running-controller.ts';

export interface EngineOptions {
	readonly clock?: Clock;
	/** A number from 0 to below 1, for the length of pauses. */
	readonly random?: () => number;
}

/**
 * Runs controllers: wakes each when one of its inputs changes, restarts it when it fails, and keeps it to what it has
 * declared.
 */
export class Engine {
	readonly #state: State;
	readonly #clock: Clock;
	readonly #random: () => number;
	readonly #dependencies = new Dependencies();
	readonly #controllers = new Map<string, RunningController>();
	readonly #watched = new Map<string, Kind>();
	#run: Run | undefined;

	constructor(state: State, { clock = systemClock, random = Math.random }: EngineOptions = {}) {
		this.#state = state;
		this.#clock = clock;
		this.#random = random;
	}

	/**
	 * Adds a controller, also to an engine that runs.
	 *
	 * @throws ControllerError when its name or one of its outputs is taken, or an input is declared twice
	 */
	register(controller: Controller): void {
		const { name, inputs, outputs } = controller;
		if (this.#controllers.has(name)) throw new ControllerError('duplicate', `controller "${name}" already registered`);
		for (const output of outputs) this.#dependencies.addOutput(name, output);
		const running = new RunningController(controller, {
			state: this.#state,
			clock: this.#clock,
			random: this.#random,
			inputsChanged: (changed) => {
				this.#dependencies.setInputs(name, changed);
				for (const input of changed) this.#watch(input);
			},
		});
		running.updateInputs(inputs);
		this.#controllers.set(name, running);
		this.#run?.start(running);
	}

	/** Who reads and writes what. */
	get dependencies(): readonly DependencyEdge[] {
		return this.#dependencies.edges();
	}

	/** The controllers that have failed and have not said since that all is well. */
	get failures(): readonly ControllerFailure[] {
		return [...this.#controllers.values()].flatMap(({ failure }) => failure ?? []);
	}

	/**
	 * Runs every controller until the context is cancelled and all have returned. Once only.
	 *
	 * @throws ControllerError when changes can no longer be watched; the controllers have returned by then
	 */
	async run(context: Context): Promise<void> {
		if (this.#run !== undefined) throw new ControllerError('misuse', 'the engine has been started already');
		const run = new Run(context);
		this.#run = run;
		for (const kind of this.#watched.values()) this.#follow(run, kind);
		for (const controller of this.#controllers.values()) run.start(controller);
		await run.end();
	}

	#watch({ namespace, type }: Kind): void {
		const key = `${namespace}/${type}`;
		if (this.#watched.has(key)) return;
		const kind = { namespace, type };
		this.#watched.set(key, kind);
		if (this.#run !== undefined) this.#follow(this.#run, kind);
	}

	#follow(run: Run, kind: Kind): void {
		run.watch(async (signal) => {
			for await (const events of await this.#state.watchKindAggregated(kind, { signal })) for (const event of events) this.#deliver(event);
		}, kind);
	}

	#deliver(event: ResourceEvent): void {
		if (event.type === 'bootstrapped' || event.type === 'noop') return;
		const { metadata } = event.resource;
		for (const name of this.#dependencies.readersOf(metadata)) this.#controllers.get(name)?.inputChanged(metadata);
	}
}

/** One run of an engine: everything that must have ended before `Engine.run` does. */
class Run {
	readonly #context: Context;
	readonly #stop = new AbortController();
	readonly #tasks = new Set<Promise<void>>();
	#failure: ControllerError | undefined;

	constructor(context: Context) {
		this.#context = { ...context, signal: AbortSignal.any([context.signal, this.#stop.signal]) };
	}

	start(controller: RunningController): void {
		this.#add(controller.run(this.#context));
	}

	/** Follows a watch. When it fails, everything stops: a controller that misses changes is worse than none. */
	watch(follow: (signal: AbortSignal) => Promise<void>, { namespace, type }: Kind): void {
		const { signal } = this.#context;
		this.#add(
			follow(signal).catch((error: unknown) => {
				if (signal.aborted) return;
				this.#failure = new ControllerError('watch-failed', `controller runtime watch error: ${namespace}/${type}: ${messageOf(error)}`, {
					cause: error,
				});
				this.#stop.abort(this.#failure);
			}),
		);
	}

	async end(): Promise<void> {
		const { signal } = this.#context;
		if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
		while (this.#tasks.size > 0) await Promise.all(this.#tasks);
		if (this.#failure !== undefined) throw this.#failure;
	}

	#add(task: Promise<void>): void {
		const noted = task.finally(() => this.#tasks.delete(noted));
		this.#tasks.add(noted);
	}
}
