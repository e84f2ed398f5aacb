import type { RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import { createServer, isIPv6, type Socket } from 'node:net';
import { boundSocket } from '../bound-socket.ts';
import { Frames, framed } from './framing.ts';
import type { Transport } from './host-resolver.ts';
import type { NameServer } from './name-server.ts';

/** Gives the answer to a message, or none. Never rejects. */
export type AnswerMessage = (bytes: Uint8Array, transport: Transport) => Promise<Uint8Array | undefined>;

/** An address that is listened on until it is closed. */
export interface Listener {
	close(): Promise<void>;
}

/**
 * Listens for datagrams.
 *
 * @param hops how far answers go: what is not on this machine, or in its pods, is not to have them
 * @throws Error when the address cannot be listened on
 */
export async function listenForDatagrams({ address, port }: NameServer, hops: number, answer: AnswerMessage): Promise<Listener> {
	const socket = await boundSocket({ type: isIPv6(address) ? 'udp6' : 'udp4' }, address, port);
	socket.setTTL(hops);
	// an answer that cannot be sent is the client's loss, and it asks again
	socket.on('error', () => undefined);
	let open = true;
	const serve = async (bytes: Uint8Array, { port: replyPort, address: replyAddress }: RemoteInfo): Promise<void> => {
		const message = await answer(bytes, 'udp');
		if (message !== undefined && open) socket.send(message, replyPort, replyAddress, () => undefined);
	};
	socket.on('message', (bytes, from) => void serve(bytes, from));
	return {
		async close() {
			open = false;
			socket.close();
			await once(socket, 'close');
		},
	};
}

/**
 * Listens for connections.
 *
 * @throws Error when the address cannot be listened on
 */
export async function listenForConnections({ address, port }: NameServer, answer: AnswerMessage): Promise<Listener> {
	const connections = new Set<Socket>();
	const server = createServer({ noDelay: true }, (socket) => {
		connections.add(socket);
		socket.on('error', () => socket.destroy());
		socket.on('close', () => connections.delete(socket));
		socket.setTimeout(idleTime, () => socket.destroy());
		const frames = new Frames();
		let open = 0;
		const serve = async (message: Uint8Array): Promise<void> => {
			open += 1;
			const said = await answer(message, 'tcp');
			open -= 1;
			if (open < mostOpen) socket.resume();
			if (said !== undefined && !socket.destroyed) socket.write(framed(said));
		};
		socket.on('data', (chunk) => {
			for (const message of frames.push(chunk)) void serve(message);
			// whoever asks faster than it is answered waits
			if (open >= mostOpen) socket.pause();
		});
	});
	server.maxConnections = mostConnections;
	server.listen({ host: address, port, exclusive: true });
	await once(server, 'listening');
	server.on('error', () => undefined);
	return {
		async close() {
			for (const socket of connections) socket.destroy();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

/** Milliseconds (upstream: 10 s), and what is open at once: of connections, and of questions on each. */
const idleTime = 10_000;
const mostConnections = 256;
const mostOpen = 32;
