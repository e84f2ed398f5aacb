import { createSocket } from 'node:dgram';
import { type EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import type { LogEvent } from './log-event.ts';

/** Where events go, and with which fields besides their own. */
export interface LogDestination {
	/** `tcp://HOST:PORT` or `udp://HOST:PORT`. */
	readonly endpoint: string;
	readonly tags: Readonly<Record<string, string>>;
}

/** A receiver of events. */
export interface LogSender {
	/** Resolves when the kernel has taken the event. @throws Error with a code of the system's, or when the signal aborts */
	send(event: LogEvent, signal: AbortSignal): Promise<void>;
	close(): void;
}

/**
 * Sends events as JSON, over TCP a line each, over UDP a datagram each. It connects with the first event, and again with the
 * next after a failure. One event at a time.
 */
export function openLogSender({ endpoint, tags }: LogDestination): LogSender {
	const { protocol, hostname, port } = new URL(endpoint);
	// an IPv6 address has its brackets in a URL only
	const address = { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
	const open = protocol === 'udp:' ? openDatagrams : openStream;
	let current: Promise<Connection> | undefined;
	const leave = (connection: Promise<Connection> | undefined): void => {
		if (connection === current) current = undefined;
		connection?.then(
			({ close }) => close(),
			() => undefined,
		);
	};
	return {
		async send(event, signal) {
			current ??= open(address, signal);
			const connection = current;
			try {
				await (await connection).write(encode(event, tags), signal);
			} catch (error) {
				leave(connection);
				throw error;
			}
		},
		close: () => leave(current),
	};
}

/** The fields that upstream's receivers know: internal/app/machined/pkg/runtime/logging/sender_jsonlines.go. */
function encode({ message, time, level, fields }: LogEvent, tags: Readonly<Record<string, string>>): string {
	return JSON.stringify({ ...fields, msg: message, 'talos-time': time, 'talos-level': level, ...tags });
}

interface Address {
	readonly host: string;
	readonly port: number;
}

interface Connection {
	write(text: string, signal: AbortSignal): Promise<void>;
	close(): void;
}

async function openStream(address: Address, signal: AbortSignal): Promise<Connection> {
	const socket = connect(address);
	try {
		await once(socket, 'connect', { signal });
	} catch (error) {
		socket.destroy();
		throw error;
	}
	// nothing is expected, and what comes is not kept
	socket.resume();
	socket.on('end', () => socket.destroy(new Error('the receiver has hung up')));
	return connection(
		socket,
		(text, done) => socket.write(`${text}\n`, done),
		() => void socket.destroy(),
	);
}

async function openDatagrams({ host, port }: Address, signal: AbortSignal): Promise<Connection> {
	const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
	try {
		const connected = once(socket, 'connect', { signal });
		socket.connect(port, host);
		await connected;
	} catch (error) {
		socket.close();
		throw error;
	}
	return connection(
		socket,
		(text, done) => socket.send(text, done),
		() => socket.close(),
	);
}

/** What fails between two events, as a datagram that nobody took, is told by the next one, which is sent again. */
function connection(
	socket: EventEmitter,
	begin: (text: string, done: (error?: Error | null) => void) => void,
	close: () => void,
): Connection {
	let broken: Error | undefined;
	socket.on('error', (error: Error) => {
		broken = error;
	});
	return {
		async write(text, signal) {
			if (broken !== undefined) throw broken;
			const { promise, resolve, reject } = Promise.withResolvers<void>();
			const stop = (): void => reject(signal.reason as Error);
			signal.addEventListener('abort', stop, { once: true });
			begin(text, (error) => (error ? reject(error) : resolve()));
			await promise.finally(() => signal.removeEventListener('abort', stop));
		},
		close,
	};
}
