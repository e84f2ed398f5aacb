import { type Context, pause } from '@ichor/std';
import { isPassing } from './errors.ts';

/** Does something again while its errors go by: while an API server is replaced, for one. Throws the last one after three minutes. */
export async function patiently<T>(
	context: Context,
	action: () => Promise<T>,
	goesBy: (error: unknown) => boolean = isPassing,
): Promise<T> {
	const until = performance.now() + patience;
	for (;;) {
		try {
			return await action();
		} catch (error) {
			context.signal.throwIfAborted();
			if (!goesBy(error) || performance.now() > until) throw error;
			await pause(context, between);
		}
	}
}

/** Milliseconds altogether (upstream: go-kubernetes, ssa.Manager.Apply), and between two attempts. */
const patience = 180_000;
const between = 1000;
