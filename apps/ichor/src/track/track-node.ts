import type { TalosServices } from '@ichor/client/api';
import { hasRpcCode, RpcError } from '@ichor/rpc';
import { type Context, withTimeout } from '@ichor/std';
import { failureText } from '../nodes/failure-text.ts';
import type { ProgressUpdate } from '../output/progress-reporter.ts';
import { readBootId } from './boot-id.ts';
import { endWatchAfter, eventMessage } from './event-message.ts';
import { decodeNodeEvent, type NodeEventPayload } from './node-event.ts';
import { NotYet, retried } from './retry.ts';
import { type Faults, faultsOf, Settling } from './settling.ts';

/** Something that a node is told to do and that takes its time. */
export interface TrackedAction {
	/** Tells the node. Returns the id that the events of it carry. */
	readonly start: (node: TalosServices, context: Context) => Promise<string>;
	/** The event that says that the node is through with it. */
	readonly isReached: (event: NodeEventPayload) => boolean;
	/** It restarts the node: one that was not ready before is done, too, when it has come back and is as it was. */
	readonly restarts?: boolean;
	/**
	 * Looks at the node afterwards. Throws NotYet until it is as it should be.
	 *
	 * @param bootId that of the run before
	 * @param name how the user calls the node
	 */
	readonly verify?: (node: TalosServices, bootId: string, context: Context, name: string) => Promise<void>;
}

/** Starts an action on one node and follows its events until it is done, also while the node goes away and returns. */
export async function trackNode(
	name: string,
	node: TalosServices,
	action: TrackedAction,
	context: Context,
	update: (update: ProgressUpdate) => void,
): Promise<void> {
	const ended = new AbortController();
	const scope: Context = { ...context, signal: AbortSignal.any([context.signal, ended.signal]) };
	const faults = action.restarts === true ? await faultsOf(node, context) : undefined;
	const watch = new Watch(node, action, scope, update, faults);
	const watching = watch.follow();
	// whoever waits for the beginning may fail first
	watching.catch(() => undefined);
	try {
		const before = action.verify === undefined ? '' : await readBootId(node, context);
		await watch.begun;
		watch.actorKnown(await action.start(node, context));
		await watching;
		const { verify } = action;
		if (verify !== undefined) await verifyUntilDone(async (limited) => await verify(node, before, limited, name), context, update);
	} finally {
		ended.abort(new Error('the action is no longer tracked'));
	}
}

/** Follows the events of a node over the breaks in the stream. */
class Watch {
	readonly #node: TalosServices;
	readonly #action: TrackedAction;
	readonly #context: Context;
	readonly #update: (update: ProgressUpdate) => void;
	/** What kept the node from being ready before. */
	readonly #faults: Faults | undefined;
	readonly #begun = Promise.withResolvers<void>();
	#watched = false;
	readonly #started = Promise.withResolvers<string>();
	/** The operation whose events are told about; unknown until it is started. */
	#actor: string | undefined;
	/** The first watch begins with what happens from now on; the one after a loss has the whole boot. */
	#tailEvents = 0;

	constructor(
		node: TalosServices,
		action: TrackedAction,
		context: Context,
		update: (update: ProgressUpdate) => void,
		faults: Faults | undefined,
	) {
		this.#node = node;
		this.#action = action;
		this.#context = context;
		this.#update = update;
		this.#faults = faults;
	}

	/** Nothing that happens from now on is missed, unless the node cannot be watched at all. */
	get begun(): Promise<void> {
		return this.#begun.promise;
	}

	actorKnown(id: string): void {
		this.#started.resolve(id);
	}

	/** @throws RetryError when the action failed */
	async follow(): Promise<void> {
		await retried(this.#context, async () => await this.#attempt(), failureText);
	}

	async #attempt(): Promise<void> {
		try {
			await this.#untilReached();
		} catch (error) {
			const first = !this.#watched;
			this.#begun.resolve();
			if (this.#context.signal.aborted) throw error;
			if (isLoss(error)) {
				// of a node that was never there, the start will say why
				if (!first) this.#update({ message: 'unavailable, retrying...', status: 'error' });
				this.#tailEvents = -1;
				if (this.#actor !== undefined) this.#actor = '';
				throw new NotYet(failureText(error), { cause: error });
			}
			this.#update({ message: `error: ${failureText(error)}`, status: 'error' });
			throw error;
		}
	}

	async #untilReached(): Promise<void> {
		const settled = new AbortController();
		const settling = new Settling(this.#faults, (faults) => settled.abort(faults));
		try {
			await this.#watchUntilReached(settling, AbortSignal.any([this.#context.signal, settled.signal]));
		} catch (error) {
			if (!settled.signal.aborted) throw error;
			const faults = [...(settled.signal.reason as Faults)].join(', ');
			this.#update({ message: `not ready, as before: ${faults}`, status: this.#statusBeforeVerifying() });
		} finally {
			settling.close();
		}
	}

	async #watchUntilReached(settling: Settling, signal: AbortSignal): Promise<void> {
		for await (const event of this.#node.machine.events({ tailEvents: this.#tailEvents }, { signal })) {
			this.#watched = true;
			this.#begun.resolve();
			await this.#knowActor();
			const decoded = decodeNodeEvent(event);
			if (decoded === undefined) continue;
			if (this.#action.isReached(decoded.payload)) {
				this.#update({ message: 'events check condition met', status: this.#statusBeforeVerifying() });
				return;
			}
			// one that has not been away yet is as before, of course
			if (this.#tailEvents !== 0 && settling.see(decoded.payload)) {
				this.#update({ message: 'back as it was before; waiting a little longer for it to be ready', status: 'running' });
			}
			if (decoded.actorId !== this.#actor) continue;
			const message = eventMessage(decoded.payload);
			if (message !== undefined) this.#update({ message, status: 'running' });
			endWatchAfter(decoded.payload);
		}
		throw new RpcError('unavailable', 'the stream of events has ended');
	}

	#statusBeforeVerifying(): ProgressUpdate['status'] {
		return this.#action.verify === undefined ? 'succeeded' : 'running';
	}

	async #knowActor(): Promise<void> {
		if (this.#actor !== undefined) return;
		this.#update({ message: 'waiting for actor ID', status: 'running' });
		this.#actor = await untilAborted(this.#started.promise, this.#context.signal);
		this.#update({ message: `actor ID: ${this.#actor}`, status: 'running' });
	}
}

async function verifyUntilDone(
	verify: (limited: Context) => Promise<void>,
	context: Context,
	update: (update: ProgressUpdate) => void,
): Promise<void> {
	const attempt = async (): Promise<void> => {
		// a machine that ends in the middle of a call tells nobody: the call would wait for ever
		const limited = withTimeout(context, lookTime);
		try {
			await verify(limited);
		} catch (error) {
			if (context.signal.aborted || !(isLoss(error) || limited.signal.aborted)) throw error;
			update({ message: 'unavailable, retrying...', status: 'error' });
			throw new NotYet(failureText(error), { cause: error });
		}
		update({ message: 'post check passed', status: 'succeeded' });
	};
	await retried(context, attempt, failureText);
}

/** Milliseconds that one look at a node may take: a healthy one answers in far less. */
const lookTime = 10_000;

/** The node is away, which is to be expected of one that restarts. */
function isLoss(error: unknown): boolean {
	return hasRpcCode(error, 'unavailable', 'cancelled');
}

async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
	signal.throwIfAborted();
	const aborted = Promise.withResolvers<never>();
	const abort = (): void => aborted.reject(signal.reason);
	signal.addEventListener('abort', abort, { once: true });
	try {
		return await Promise.race([promise, aborted.promise]);
	} finally {
		signal.removeEventListener('abort', abort);
	}
}
