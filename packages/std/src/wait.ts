import type { Context } from './context.ts';

/** Resolves after a time, or rejects with the context's reason as soon as it is cancelled. */
export async function pause(context: Context, milliseconds: number): Promise<void> {
	context.signal.throwIfAborted();
	await new Promise<void>((resolve, reject) => {
		const timer = setTimeout(done, milliseconds);
		context.signal.addEventListener('abort', cancelled, { once: true });
		function done(): void {
			context.signal.removeEventListener('abort', cancelled);
			resolve();
		}
		function cancelled(): void {
			clearTimeout(timer);
			reject(context.signal.reason as Error);
		}
	});
}

/** Resolves after a time, or as soon as the context is cancelled: whoever calls looks for itself whether to go on. */
export async function rest(context: Context, milliseconds: number): Promise<void> {
	await pause(context, milliseconds).catch(() => undefined);
}

/**
 * Asks `condition` again and again until it answers something else than undefined, and returns that.
 *
 * @param every milliseconds between the end of one question and the next
 * @throws the context's reason when it ends first; whatever `condition` throws, at once
 */
export async function waitFor<T>(context: Context, condition: () => Promise<T | undefined> | T | undefined, every = 100): Promise<T> {
	for (;;) {
		const answer = await condition();
		if (answer !== undefined) return answer;
		await pause(context, every);
	}
}
