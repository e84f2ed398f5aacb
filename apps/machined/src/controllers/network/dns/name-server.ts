import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';
import { messageOf } from '@ichor/std';
import { type Answer, readAnswer } from './answer.ts';
import { DnsError } from './errors.ts';
import { Frames, framed } from './framing.ts';
import { type Query, questionTo } from './query.ts';

/** Where a name server is. */
export interface NameServer {
	readonly address: string;
	readonly port: number;
}

/**
 * Asks a name server, in a datagram from a port of its own under an id that nobody can guess; over TCP when the answer
 * does not fit.
 *
 * @throws DnsError unanswered, when it does not answer in time or cannot be reached
 */
export async function askNameServer(server: NameServer, query: Query, signal: AbortSignal): Promise<Answer> {
	const limited = AbortSignal.any([signal, AbortSignal.timeout(answerTime)]);
	const answer = await exchange(server, 'udp', query, limited, askByDatagram);
	return answer.truncated ? await exchange(server, 'tcp', query, limited, askByStream) : answer;
}

type Ask = (server: NameServer, question: Uint8Array, read: (bytes: Uint8Array) => Answer, signal: AbortSignal) => Promise<Answer>;

async function exchange(server: NameServer, protocol: string, query: Query, signal: AbortSignal, ask: Ask): Promise<Answer> {
	const id = randomInt(0x10000);
	try {
		return await ask(server, questionTo(query, id), (bytes) => readAnswer(bytes, id, query), signal);
	} catch (error) {
		const reason = signal.aborted ? 'i/o timeout' : messageOf(error);
		throw new DnsError('unanswered', `${protocol} ${hostPort(server)}: ${reason}`, { cause: error });
	}
}

const askByDatagram: Ask = async ({ address, port }, question, read, signal) => {
	const socket = createSocket({ type: isIPv6(address) ? 'udp6' : 'udp4' });
	const { promise, resolve, reject } = Promise.withResolvers<Answer>();
	const cancel = (): void => reject(signal.reason as Error);
	signal.addEventListener('abort', cancel, { once: true });
	socket.on('error', reject);
	socket.on('message', (bytes) => {
		try {
			resolve(read(bytes));
		} catch {
			// from somebody else, or damaged: the server's own answer may still come
		}
	});
	try {
		signal.throwIfAborted();
		socket.connect(port, address, () => socket.send(question));
		return await promise;
	} finally {
		signal.removeEventListener('abort', cancel);
		socket.close();
	}
};

const askByStream: Ask = async ({ address, port }, question, read, signal) => {
	const socket = connect({ host: address, port, signal, noDelay: true });
	try {
		socket.write(framed(question));
		const frames = new Frames();
		for await (const chunk of socket as AsyncIterable<Buffer>) for (const message of frames.push(chunk)) return read(message);
		throw new DnsError('unanswered', 'the connection has ended before the answer');
	} finally {
		socket.destroy();
	}
};

export function hostPort({ address, port }: NameServer): string {
	return isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
}

/** Milliseconds (upstream: the forwarding of CoreDNS waits 2 s for one server). */
const answerTime = 2000;
