import { chmod, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { closeListener, type Listener, listening, trackSockets } from './listener.ts';

/**
 * Accepts connections on a unix socket. What lies at the path is removed first: it is the socket of an earlier run.
 *
 * @param mode permission bits of the socket: who may connect
 */
export async function listenUnix(accept: (socket: Socket) => void, path: string, mode = 0o600): Promise<Listener> {
	await rm(path, { force: true });
	const server = createServer({ noDelay: true }, accept);
	const sockets = trackSockets(server);
	await listening(server, { path });
	await chmod(path, mode);
	return { port: undefined, close: async () => await closeListener(server, sockets) };
}
