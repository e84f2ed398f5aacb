import { constants } from 'node:crypto';
import { createServer } from 'node:net';
import { createServer as createTlsServer, type TLSSocket, type Server as TlsServer } from 'node:tls';
import { closeListener, type Listener, listening, trackSockets } from './listener.ts';
import { plainKey } from './pem.ts';

/** Who a server is, and whom it lets in. Everything in PEM. */
export interface ServerIdentity {
	readonly certificate: string;
	readonly key: string;
	/** Accepted authorities of client certificates. Without them no client certificate is asked for. */
	readonly clientAuthorities?: readonly string[];
}

export interface TlsListenOptions {
	readonly port: number;
	/** All addresses unless told otherwise. */
	readonly host?: string | undefined;
	readonly identity: ServerIdentity;
	/** Called when a connection did not come to be: no certificate, a bad one, or no TLS at all. */
	readonly refused?: (error: Error) => void;
}

export interface TlsListener extends Listener {
	readonly port: number;
	/** Changes identity for connections to come. Those that are open stay as they are. */
	rotate(identity: ServerIdentity): void;
}

/**
 * Accepts TLS 1.3 connections that speak HTTP/2. With client authorities, a client without a certificate of one of
 * them is refused by TLS itself.
 */
export async function listenTls(accept: (socket: TLSSocket) => void, options: TlsListenOptions): Promise<TlsListener> {
	const handshakes = (identity: ServerIdentity): TlsServer => {
		const server = createTlsServer(tlsOptions(identity), accept);
		server.on('tlsClientError', (error) => options.refused?.(error));
		return server;
	};
	// a server that is not bound makes handshakes on connections that it is given; to rotate is to give them to another
	let current = handshakes(options.identity);
	const server = createServer({ noDelay: true }, (socket) => current.emit('connection', socket));
	const sockets = trackSockets(server);
	await listening(server, { port: options.port, host: options.host });
	const address = server.address();
	return {
		port: typeof address === 'object' && address !== null ? address.port : options.port,
		rotate: (identity) => {
			current = handshakes(identity);
		},
		close: async () => await closeListener(server, sockets),
	};
}

function tlsOptions({ certificate, key, clientAuthorities }: ServerIdentity): object {
	return {
		cert: certificate,
		key: plainKey(key),
		minVersion: 'TLSv1.3',
		ALPNProtocols: ['h2'],
		// a ticket would let a client in whose certificate has been revoked or has expired since
		secureOptions: constants.SSL_OP_NO_TICKET,
		...(clientAuthorities === undefined ? {} : { ca: [...clientAuthorities], requestCert: true, rejectUnauthorized: true }),
	};
}
