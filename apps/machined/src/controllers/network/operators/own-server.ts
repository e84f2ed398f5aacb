import { type Context, rest } from '@ichor/std';

/**
 * Looks, again and again until the context is cancelled, whether somebody listens at a port of this machine, and tells each time
 * that nobody does any more. A server that has never listened is not there yet: nothing is told of it.
 *
 * Nothing is asked of the server: it would write a line for every connection that says nothing.
 */
export async function watchOwnServer(
	context: Context,
	isListening: (port: number) => Promise<boolean>,
	port: number,
	onGone: () => void,
): Promise<void> {
	let wasThere = false;
	while (!context.signal.aborted) {
		const isThere = await isListening(port);
		if (wasThere && !isThere) onGone();
		wasThere = isThere;
		await rest(context, lookEvery);
	}
}

/** Milliseconds. Nobody gets an answer between a server's end and the next look. */
const lookEvery = 250;
