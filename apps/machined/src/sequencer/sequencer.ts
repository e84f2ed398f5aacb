import { Code } from '@ichor/api/common';
import {
	PhaseEvent_Action as PhaseAction,
	PhaseEventSchema,
	SequenceEvent_Action as SequenceAction,
	SequenceEventSchema,
	TaskEvent_Action as TaskAction,
	TaskEventSchema,
} from '@ichor/api/machine';
import { type Context, messageOf, RoomError } from '@ichor/std';
import type { EventBus } from '../events/event-bus.ts';
import { mayTakeOver, type Phase, type Sequence, type SequenceName } from './sequence.ts';

export class SequenceError extends RoomError<'locked' | 'cancelled' | 'failed'> {}

export interface RunOptions {
	/** Who asked for it; goes with its events. */
	readonly actorId?: string;
	/** Takes the place of whatever runs. */
	readonly force?: boolean;
}

/** Runs one sequence at a time and tells every step of it. */
export class Sequencer {
	readonly #context: Context;
	readonly #events: EventBus;
	#deciding: Promise<void> = Promise.resolve();
	#current: { readonly name: SequenceName; readonly stop: AbortController; readonly done: Promise<void> } | undefined;

	constructor(context: Context, events: EventBus) {
		this.#context = context;
		this.#events = events;
	}

	get running(): SequenceName | undefined {
		return this.#current?.name;
	}

	/**
	 * Runs a sequence to its end.
	 *
	 * @throws SequenceError `locked` when another one runs that does not give way, `cancelled`, `failed`
	 */
	async run(sequence: Sequence, { actorId = '', force = false }: RunOptions = {}): Promise<void> {
		const work = await this.#inTurn(async () => {
			await this.#takeOver(sequence, actorId, force);
			return this.#begin(sequence, actorId);
		});
		await work.promise;
	}

	/** One after another: what two at once decide by the same state would let both run. */
	async #inTurn<T>(decide: () => Promise<T>): Promise<T> {
		const before = this.#deciding;
		const mine = before.then(decide);
		this.#deciding = mine.then(
			() => undefined,
			() => undefined,
		);
		return await mine;
	}

	#begin(sequence: Sequence, actorId: string): { readonly promise: Promise<void> } {
		const stop = new AbortController();
		const context = { ...this.#context, signal: AbortSignal.any([this.#context.signal, stop.signal]) };
		const promise = this.#perform(context, sequence, actorId).finally(() => {
			if (this.#current === current) this.#current = undefined;
		});
		const current = { name: sequence.name, stop, done: promise.catch(() => undefined) };
		this.#current = current;
		return { promise };
	}

	async #takeOver({ name }: Sequence, actorId: string, force: boolean): Promise<void> {
		const current = this.#current;
		if (current === undefined) return;
		const refuse = (why: string): never => {
			const message = `sequence not started: ${why}`;
			const error = { code: Code.LOCKED, message };
			this.#events.publish(SequenceEventSchema, { sequence: name, action: SequenceAction.NOOP, error }, actorId);
			throw new SequenceError('locked', message);
		};
		if (!force && !mayTakeOver[current.name].includes(name)) refuse(`locked: the ${current.name} sequence is running`);
		current.stop.abort(new SequenceError('cancelled', `the ${current.name} sequence gave way to ${name}`));
		const patience = new AbortController();
		const timer = setTimeout(() => patience.abort(), takeOverPatience);
		const late = new Promise<'late'>((resolve) => patience.signal.addEventListener('abort', () => resolve('late')));
		const outcome = await Promise.race([current.done, late]);
		clearTimeout(timer);
		if (outcome === 'late') refuse(`the ${current.name} sequence did not give way`);
	}

	async #perform(context: Context, { name, phases }: Sequence, actorId: string): Promise<void> {
		const started = Date.now();
		this.#events.publish(SequenceEventSchema, { sequence: name, action: SequenceAction.START }, actorId);
		context.log('info', `${name} sequence: ${phases.length} phase(s)`);
		try {
			for (const [index, phase] of phases.entries()) await this.#phase(context, phase, `${index + 1}/${phases.length}`, actorId);
		} catch (error) {
			const cancelled = context.signal.aborted;
			const message = `sequence failed: ${messageOf(error)}`;
			const code = cancelled ? Code.CANCELED : Code.FATAL;
			context.log('error', `${name} sequence: failed`, { error: messageOf(error) });
			this.#events.publish(SequenceEventSchema, { sequence: name, action: SequenceAction.NOOP, error: { code, message } }, actorId);
			throw new SequenceError(cancelled ? 'cancelled' : 'failed', message, { cause: error });
		}
		context.log('info', `${name} sequence: done: ${seconds(started)}`);
		this.#events.publish(SequenceEventSchema, { sequence: name, action: SequenceAction.STOP }, actorId);
	}

	async #phase(context: Context, { name, tasks }: Phase, place: string, actorId: string): Promise<void> {
		const started = Date.now();
		context.log('info', `phase ${name} (${place}): ${tasks.length} tasks(s)`);
		this.#events.publish(PhaseEventSchema, { phase: name, action: PhaseAction.START }, actorId);
		await Promise.all(
			tasks.map(async (task, index) => {
				const at = `${index + 1}/${tasks.length}`;
				const begun = Date.now();
				context.log('info', `task ${task.name} (${at}): starting`);
				this.#events.publish(TaskEventSchema, { task: task.name, action: TaskAction.START }, actorId);
				await task.run(context);
				context.log('info', `task ${task.name} (${at}): done, ${seconds(begun)}`);
				this.#events.publish(TaskEventSchema, { task: task.name, action: TaskAction.STOP }, actorId);
			}),
		);
		context.log('info', `phase ${name} (${place}): done, ${seconds(started)}`);
		this.#events.publish(PhaseEventSchema, { phase: name, action: PhaseAction.STOP }, actorId);
	}
}

/** Milliseconds that a sequence has to give way (upstream: one minute). */
const takeOverPatience = 60_000;

function seconds(since: number): string {
	return `${(Date.now() - since) / 1000}s`;
}
