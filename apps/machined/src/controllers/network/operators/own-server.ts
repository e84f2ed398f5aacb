import { connect } from 'node:net';
import { type Context, pause } from '@ichor/std';

/**
 * Looks, again and again until the context is cancelled, whether this machine's own server at a port takes connections, and tells
 * each time that it does not any more. A server that has never taken one is not there yet: nothing is told of it.
 */
export async function watchOwnServer(context: Context, port: number, onGone: () => void): Promise<void> {
	let there = false;
	while (!context.signal.aborted) {
		const takes = await takesConnections(context, port);
		if (there && takes === false) onGone();
		there = takes ?? there;
		await pause(context, lookEvery).catch(() => undefined);
	}
}

/** Undefined where the kernel does not say: one that is slow to answer is still there. */
async function takesConnections({ signal }: Context, port: number): Promise<boolean | undefined> {
	return await new Promise((resolve) => {
		const socket = connect({ host: '127.0.0.1', port, signal });
		socket.setTimeout(patience, () => finish(undefined));
		socket.once('connect', () => finish(true));
		socket.on('error', (error: NodeJS.ErrnoException) => finish(error.code === 'ECONNREFUSED' ? false : undefined));
		function finish(takes: boolean | undefined): void {
			// a reset leaves nothing behind on either side
			socket.resetAndDestroy();
			resolve(takes);
		}
	});
}

/** Milliseconds. Nobody gets an answer between a server's end and the next look. */
const lookEvery = 250;
const patience = 1000;
