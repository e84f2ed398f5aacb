import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { background, waitFor, withTimeout } from '@ichor/std';

/** A server that reads delivered events, for tests. */
export class Receiver {
	readonly port: number;
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	readonly #lines: string[] = [];

	private constructor(server: Server) {
		this.#server = server;
		this.port = (server.address() as AddressInfo).port;
		server.on('connection', (socket) => {
			this.#sockets.add(socket);
			socket.on('close', () => this.#sockets.delete(socket));
			socket.on('error', () => undefined);
			createInterface({ input: socket }).on('line', (line) => this.#lines.push(line));
		});
	}

	static async listen(port = 0): Promise<Receiver> {
		const server = createServer();
		server.listen(port, '127.0.0.1');
		await once(server, 'listening');
		return new Receiver(server);
	}

	get endpoint(): string {
		return `tcp://127.0.0.1:${this.port}`;
	}

	/** The next event, once it has come. */
	async next(): Promise<Readonly<Record<string, unknown>>> {
		const line = await waitFor(withTimeout(background, deadline), () => this.#lines.shift(), 5);
		return JSON.parse(line) as Readonly<Record<string, unknown>>;
	}

	/** Waits until every sender has hung up. */
	async left(): Promise<void> {
		await waitFor(withTimeout(background, deadline), () => (this.#sockets.size === 0 ? true : undefined), 5);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		const closed = once(this.#server, 'close');
		this.#server.close();
		await closed;
	}
}

/** Milliseconds. */
const deadline = 30_000;
