import { connect, type Socket } from 'node:net';
import type { Upstream } from './load-balancer.ts';

/** A connection to a server, undefined when there is none after so many milliseconds. */
export async function dial({ host, port }: Upstream, time: number): Promise<Socket | undefined> {
	return await new Promise((resolve) => {
		const socket = connect({ host, port, allowHalfOpen: true, noDelay: true });
		const timer = setTimeout(give, time);
		function give(): void {
			clearTimeout(timer);
			socket.destroy();
			resolve(undefined);
		}
		socket.once('error', give);
		socket.once('connect', () => {
			clearTimeout(timer);
			socket.off('error', give);
			resolve(socket);
		});
	});
}

/** Whether a server takes connections. It learns nothing of this one, which leaves nothing behind on either side. */
export async function answers(server: Upstream, time: number): Promise<boolean> {
	const socket = await dial(server, time);
	socket?.on('error', () => undefined).resetAndDestroy();
	return socket !== undefined;
}
