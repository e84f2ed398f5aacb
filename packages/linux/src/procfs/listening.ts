import { open } from 'node:fs/promises';
import { parseSockets } from './sockets.ts';

/**
 * Whether somebody listens at a port of TCP, at whatever address, in the network namespace of this process. Nobody is asked:
 * the kernel's tables say it.
 *
 * @throws the system's error where there is no /proc
 */
export async function isListening(port: number): Promise<boolean> {
	for (const path of ['/proc/self/net/tcp', '/proc/self/net/tcp6']) {
		if (await isAmong(path, port)) return true;
	}
	return false;
}

async function isAmong(path: string, port: number): Promise<boolean> {
	await using file = await open(path);
	for await (const line of file.readLines()) {
		const [socket] = parseSockets(`\n${line}`);
		// the line of titles
		if (socket === undefined) continue;
		// who listens stands first (net/ipv4/tcp_ipv4.c, tcp_get_idx): connections, of which there may be many, are not read
		if (socket.state !== listen) return false;
		if (socket.local.port === port) return true;
	}
	return false;
}

/** TCP_LISTEN (include/net/tcp_states.h). */
const listen = 10;
