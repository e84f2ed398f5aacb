import { openLinkPort } from '@ichor/linux/packet';
import { boundSocket } from '../../bound-socket.ts';
import type { Channel } from './conversation.ts';

/** How a client reaches servers. */
export interface Dhcp4Ports {
	/** Everybody on a link, without an address of its own. */
	openLink(linkIndex: number, onDatagram: (payload: Buffer) => void): Channel;
	/** One server, from an address that the machine has. */
	openServer(from: string, server: string, onDatagram: (payload: Buffer) => void): Promise<Channel>;
}

/** Through a packet socket and a socket of UDP, in the network namespace of the process. */
export const dhcp4Ports: Dhcp4Ports = {
	openLink(linkIndex, onDatagram) {
		const port = openLinkPort(linkIndex, clientPort, onDatagram);
		return { send: (payload) => port.broadcast(serverPort, payload), close: () => port.close() };
	},
	async openServer(from, server, onDatagram) {
		const socket = await boundSocket({ type: 'udp4', reuseAddr: true }, from, clientPort);
		socket.on('message', onDatagram);
		// what cannot be sent is not answered
		socket.on('error', () => undefined);
		return { send: (payload) => socket.send(payload, serverPort, server), close: () => socket.close() };
	},
};

/** RFC 2131, section 4.1. */
const clientPort = 68;
const serverPort = 67;
