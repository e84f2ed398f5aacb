import { createSocket, type Socket, type SocketOptions } from 'node:dgram';
import { once } from 'node:events';

/**
 * A socket of UDP at an address.
 *
 * @throws Error of the system, when the address cannot be had: nothing of the socket is left then
 */
export async function boundSocket(options: SocketOptions, address: string, port: number): Promise<Socket> {
	const socket = createSocket(options);
	try {
		socket.bind({ address, port, exclusive: true });
		await once(socket, 'listening');
		return socket;
	} catch (error) {
		socket.close();
		throw error;
	}
}
