import type { TalosServices } from '@ichor/client/api';
import { hasRpcCode, RpcError } from '@ichor/rpc';
import { type Context, messageOf } from '@ichor/std';
import type { ProgressUpdate } from '../output/progress-reporter.ts';
import { readBootId } from './boot-id.ts';
import { endWatchAfter, eventMessage } from './event-message.ts';
import { decodeNodeEvent, type NodeEventPayload } from './node-event.ts';
import { NotYet, retried } from './retry.ts';

/** Something that a node is told to do and that takes its time. */
export interface TrackedAction {
	/** Tells the node. Returns the id that the events of it carry. */
	readonly start: (node: TalosServices, context: Context) => Promise<string>;
	/** The event that says that the node is through with it. */
	readonly isReached: (event: NodeEventPayload) => boolean;
	/**
	 * Looks at the node afterwards. Throws NotYet until it is as it should be.
	 *
	 * @param bootId that of the run before
	 */
	readonly verify?: (node: TalosServices, bootId: string, context: Context) => Promise<void>;
	/** Milliseconds for each of its parts. */
	readonly timeout: number;
}

/** Starts an action on one node and follows its events until it is done, also while the node goes away and returns. */
export async function trackNode(
	node: TalosServices,
	action: TrackedAction,
	context: Context,
	update: (update: ProgressUpdate) => void,
): Promise<void> {
	const ended = new AbortController();
	const scope: Context = { ...context, signal: AbortSignal.any([context.signal, ended.signal]) };
	const started = Promise.withResolvers<string>();
	const watching = watchEvents(node, action, started.promise, scope, update);
	// whoever waits for the beginning may fail first
	watching.catch(() => undefined);
	started.promise.catch(() => undefined);
	try {
		const before = action.verify === undefined ? '' : await readBootId(node, context);
		started.resolve(await action.start(node, context));
		await watching;
		const { verify } = action;
		if (verify !== undefined) await verifyUntilDone(async (limited) => await verify(node, before, limited), action, context, update);
	} finally {
		ended.abort(new Error('the action is no longer tracked'));
	}
}

async function watchEvents(
	node: TalosServices,
	action: TrackedAction,
	started: Promise<string>,
	context: Context,
	update: (update: ProgressUpdate) => void,
): Promise<void> {
	let awaited: string | undefined;
	// the first watch begins with what happens from now on; the one after a loss has the whole boot
	let tailEvents = 0;
	const attempt = async ({ signal }: Context): Promise<void> => {
		let begun = false;
		for await (const event of node.machine.events({ tailEvents }, { signal })) {
			if (!begun && awaited === undefined) {
				update({ message: 'waiting for actor ID', status: 'running' });
				awaited = await untilAborted(started, signal);
				update({ message: `actor ID: ${awaited}`, status: 'running' });
			}
			begun = true;
			const decoded = decodeNodeEvent(event);
			if (decoded === undefined) continue;
			if (action.isReached(decoded.payload)) {
				update({ message: 'events check condition met', status: action.verify === undefined ? 'succeeded' : 'running' });
				return;
			}
			if (decoded.actorId !== awaited) continue;
			const message = eventMessage(decoded.payload);
			if (message !== undefined) update({ message, status: 'running' });
			endWatchAfter(decoded.payload);
		}
		throw new RpcError('unavailable', 'the stream of events has ended');
	};
	await retried(
		context,
		action.timeout,
		async (limited) => {
			try {
				await attempt(limited);
			} catch (error) {
				if (isLoss(error)) {
					update({ message: 'unavailable, retrying...', status: 'error' });
					tailEvents = -1;
					awaited = awaited === undefined ? undefined : '';
					throw new NotYet(errorText(error), { cause: error });
				}
				if (!limited.signal.aborted) update({ message: `error: ${errorText(error)}`, status: 'error' });
				throw error;
			}
		},
		errorText,
	);
}

async function verifyUntilDone(
	verify: (context: Context) => Promise<void>,
	{ timeout }: TrackedAction,
	context: Context,
	update: (update: ProgressUpdate) => void,
): Promise<void> {
	await retried(
		context,
		timeout,
		async (limited) => {
			try {
				await verify(limited);
			} catch (error) {
				if (!isLoss(error)) throw error;
				update({ message: 'unavailable, retrying...', status: 'error' });
				throw new NotYet(errorText(error), { cause: error });
			}
			update({ message: 'post check passed', status: 'succeeded' });
		},
		errorText,
	);
}

/** The node is away, which is to be expected of one that restarts. */
function isLoss(error: unknown): boolean {
	return hasRpcCode(error, 'unavailable', 'cancelled');
}

function errorText(error: unknown): string {
	return error instanceof RpcError ? String(error) : messageOf(error);
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
