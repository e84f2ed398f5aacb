/**
 * What every long operation receives: when to stop, where to say what it does.
 *
 * `signal` aborts on cancel and on deadline; an operation that sees it aborted cleans up and throws its reason.
 */
export interface Context {
	readonly signal: AbortSignal;
	readonly log: Log;
	readonly progress: Progress;
}

/** One line for whoever reads logs later: a constant message, the variable parts as fields. Never a secret. */
export interface Log {
	(level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>): void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** One line for whoever waits now: what is being done or waited for, replaced by the next one. */
export interface Progress {
	(what: string): void;
}

/** A context that is never cancelled and says nothing, to derive others from. */
export const background: Context = { signal: new AbortController().signal, log: () => undefined, progress: () => undefined };

/** The same context with a deadline, in milliseconds from now. Its signal aborts with a TimeoutError. */
export function withTimeout(context: Context, milliseconds: number): Context {
	return { ...context, signal: AbortSignal.any([context.signal, AbortSignal.timeout(milliseconds)]) };
}
