import { isPassing } from '@ichor/kubernetes';
import type { Context } from '@ichor/std';

/** What a question answers; undefined, to be asked again, when the API server does not answer for now. */
export async function whileAway<T>({ signal }: Context, ask: () => Promise<T | undefined>): Promise<T | undefined> {
	try {
		return await ask();
	} catch (error) {
		signal.throwIfAborted();
		if (isPassing(error)) return undefined;
		throw error;
	}
}
