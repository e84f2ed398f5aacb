import type { ListenOptions, Server, Socket } from 'node:net';

/** Something that accepts connections. */
export interface Listener {
	/** The port, for one on the network. */
	readonly port: number | undefined;
	/** Accepts no more, and closes what was accepted. Close the server on top first, which lets its calls finish. */
	close(): Promise<void>;
}

/** Binds, or rejects with the error that says why not. */
export async function listening(server: Server, options: ListenOptions): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options, () => {
			server.off('error', reject);
			resolve();
		});
	});
}

/** The open connections of a server. */
export function trackSockets(server: Server): ReadonlySet<Socket> {
	const sockets = new Set<Socket>();
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		// whoever reads the socket learns of its end by 'close'
		socket.on('error', () => undefined);
	});
	return sockets;
}

export async function closeListener(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	for (const socket of sockets) socket.destroy();
	await closed;
}
