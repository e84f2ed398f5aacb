import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

/**
 * Asks a time server for the time, once (RFC 5905, as a client that keeps no state).
 *
 * @returns the server's time, in milliseconds since 1970, at the moment of its answer
 * @throws Error in the words of Go's, without the query that failed
 */
export async function querySntp(server: string, { port = ntpPort, timeout = answerTime, signal }: SntpOptions = {}): Promise<number> {
	const { address, family } = await resolve(server);
	const socket = createSocket({ type: family === 6 ? 'udp6' : 'udp4', ...(signal === undefined ? {} : { signal }) });
	const cookie = randomBytes(8);
	try {
		return await new Promise<number>((done, fail) => {
			const timer = setTimeout(() => fail(new Error(`read udp ${address}:${port}: i/o timeout`)), timeout);
			timer.unref();
			socket.once('error', (error: NodeJS.ErrnoException) => {
				clearTimeout(timer);
				fail(new Error(`read udp ${address}:${port}: read: ${error.code === 'ECONNREFUSED' ? 'connection refused' : error.message}`));
			});
			socket.once('close', () => {
				clearTimeout(timer);
				fail(new Error('context canceled'));
			});
			socket.on('message', (answer) => {
				// whoever cannot repeat the cookie was not asked
				if (answer.length < packetSize || !answer.subarray(24, 32).equals(cookie)) return;
				clearTimeout(timer);
				try {
					done(readAnswer(answer));
				} catch (error) {
					fail(error as Error);
				}
			});
			socket.connect(port, address, () => socket.send(requestWith(cookie)));
		});
	} finally {
		socket.removeAllListeners('close');
		socket.close();
	}
}

export interface SntpOptions {
	readonly port?: number;
	/** Milliseconds (upstream's library: 5 s). */
	readonly timeout?: number;
	readonly signal?: AbortSignal;
}

const ntpPort = 123;
const answerTime = 5000;
const packetSize = 48;

/** Version 4, mode client; the transmit time, which the server repeats, tells nothing of this machine's clock. */
function requestWith(cookie: Buffer): Buffer {
	const packet = Buffer.alloc(packetSize);
	packet[0] = 0x23;
	cookie.copy(packet, 40);
	return packet;
}

/** @throws Error for an answer of a server that does not know the time itself */
function readAnswer(answer: Buffer): number {
	const [leap, mode, stratum] = [(answer[0] ?? 0) >> 6, (answer[0] ?? 0) & 7, answer[1] ?? 0];
	if (mode !== 4) throw new Error('invalid mode in response');
	if (stratum === 0) throw new Error(`kiss of death received: ${answer.toString('latin1', 12, 16).replace(/[^ -~]/g, '')}`);
	if (stratum > 15) throw new Error('invalid stratum in response');
	if (leap === 3) throw new Error('clock not synchronized');
	const [seconds, fraction] = [answer.readUInt32BE(40), answer.readUInt32BE(44)];
	if (seconds === 0 && fraction === 0) throw new Error('invalid transmit time in response');
	// seconds of the second era (from 2036) are small numbers
	const era = seconds < 0x80000000 ? 2 ** 32 : 0;
	return (seconds + era - secondsFrom1900To1970) * 1000 + (fraction * 1000) / 2 ** 32;
}

const secondsFrom1900To1970 = 2_208_988_800;

async function resolve(server: string): Promise<{ readonly address: string; readonly family: number }> {
	if (isIP(server) !== 0) return { address: server, family: isIP(server) };
	try {
		return await lookup(server);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw new Error(`lookup ${server}: ${code === 'ENOTFOUND' ? 'no such host' : 'server misbehaving'}`, { cause: error });
	}
}
