import { type Context, messageOf, pause } from '@ichor/std';

/** Not a failure: the same is to be tried again. */
export class NotYet extends Error {}

/** Everything that went wrong while something was tried again and again, each message once. */
export class RetryError extends Error {
	/** @param reasons in the order in which they first came */
	constructor(reasons: readonly string[], options?: { readonly cause?: unknown }) {
		super(`${reasons.length} error(s) occurred:${reasons.map((reason) => `\n\t${reason}`).join('')}`, options);
		this.name = 'RetryError';
	}
}

/**
 * Tries until it works or the context ends, once a second. {@link NotYet} is waited out, anything else that is thrown is final.
 *
 * @param reasonOf how an error is spelled
 * @throws RetryError with the last error as its cause
 */
export async function retried<T>(
	context: Context,
	attempt: () => Promise<T>,
	reasonOf: (error: unknown) => string = messageOf,
): Promise<T> {
	const reasons: string[] = [];
	const note = (reason: string) => {
		if (!reasons.includes(reason)) reasons.push(reason);
	};
	for (;;) {
		try {
			return await attempt();
		} catch (error) {
			const over = context.signal.aborted;
			note(over ? endOf(context.signal) : reasonOf(error));
			if (over || !(error instanceof NotYet)) throw new RetryError(reasons, { cause: over ? context.signal.reason : error });
		}
		try {
			await pause(context, interval);
		} catch (error) {
			note(endOf(context.signal));
			throw new RetryError(reasons, { cause: error });
		}
	}
}

/** Milliseconds between attempts: what upstream's retry.Constant waits. */
const interval = 1000;

function endOf(signal: AbortSignal): string {
	return (signal.reason as Error | undefined)?.name === 'TimeoutError' ? 'timeout' : 'context canceled';
}
