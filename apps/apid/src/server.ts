import { constants, X509Certificate } from 'node:crypto';
import {
	createSecureServer,
	type Http2SecureServer,
	type IncomingHttpHeaders,
	type OutgoingHttpHeaders,
	type ServerHttp2Session,
	type ServerHttp2Stream,
} from 'node:http2';
import { createServer, type Server } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Backends } from './backends.ts';
import { maxConcurrentStreams, maxHeaderFields, windowSize } from './constants.ts';
import { direct, type Place } from './director.ts';
import { spreadCall } from './one-to-many.ts';
import { forwardedHeaders, pipeCall } from './one-to-one.ts';
import { rolesOf } from './roles.ts';
import { grpcCodes, refuse } from './status.ts';
import { countStream, shareWindow } from './stream-window.ts';

/** What this node shows to clients. In maintenance clients show nothing. */
export interface ServerCredentials {
	readonly certificate: string;
	readonly key: string;
	/** The CAs whose clients are let in; absent in maintenance. */
	readonly ca?: string;
}

/** apid's face to the network: TLS, roles from certificates, and every call carried to where it belongs. */
export class ApiServer {
	readonly #listener: Server;
	readonly #backends: Backends;
	/** Makes handshakes on connections that it is given; to change credentials is to give them to another one. */
	#current: Http2SecureServer;
	#sessions = new Set<ServerHttp2Session>();
	#place: Place;

	constructor(credentials: ServerCredentials, place: Place, backends: Backends) {
		this.#backends = backends;
		this.#place = place;
		this.#current = this.#handshakes(credentials);
		this.#listener = createServer({ noDelay: true }, (socket) => this.#current.emit('connection', socket));
	}

	/**
	 * New credentials hold for new connections; calls that are under way go on. Connections from before a change between
	 * maintenance and normal operation take no further calls: who is at their other end was never asked. Neither do those
	 * of clients whose authority is not accepted any more.
	 */
	replace(credentials: ServerCredentials, place: Place): void {
		const changed = place.maintenance !== this.#place.maintenance;
		this.#place = place;
		this.#current = this.#handshakes(credentials);
		for (const session of this.#sessions) if (changed || !isAccepted(session, credentials)) session.close();
	}

	async listen(port: number, address: string): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			this.#listener.once('error', reject);
			this.#listener.listen(port, address, () => {
				this.#listener.off('error', reject);
				resolve();
			});
		});
	}

	async close(): Promise<void> {
		for (const session of this.#sessions) session.close();
		await new Promise<void>((resolve) => this.#listener.close(() => resolve()));
	}

	#handshakes(credentials: ServerCredentials): Http2SecureServer {
		const server = createSecureServer({
			...contextOf(credentials),
			requestCert: credentials.ca !== undefined,
			rejectUnauthorized: credentials.ca !== undefined,
			minVersion: 'TLSv1.2',
			// a ticket would let a client in whose certificate has expired since
			secureOptions: constants.SSL_OP_NO_TICKET,
			maxHeaderListPairs: maxHeaderFields,
			settings: { initialWindowSize: windowSize, maxConcurrentStreams },
		});
		server.on('session', (session) => {
			if (credentials.ca !== undefined && !isOfClient(session)) {
				session.destroy();
				return;
			}
			this.#sessions.add(session);
			session.once('close', () => this.#sessions.delete(session));
			session.setLocalWindowSize(windowSize);
			shareWindow(session);
		});
		server.on('stream', (stream, headers) => this.#carry(stream, headers));
		// A client that breaks TLS or HTTP/2 ends its own connection, nothing else.
		server.on('sessionError', () => undefined);
		return server;
	}

	#carry(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
		stream.on('error', () => undefined);
		countStream(stream.session, stream);
		const method = headers[':path'] ?? '';
		const socket = stream.session?.socket;
		if (socket === undefined) return;
		if (headers[':method'] !== 'POST' || !(headers['content-type'] ?? '').startsWith('application/grpc')) {
			stream.respond({ ':status': 415 }, { endStream: true });
			return;
		}
		const roles = rolesOf(socket as TLSSocket, headers, this.#place.maintenance).join(',');
		const route = direct(method, headers, this.#place);
		try {
			if (route.to === 'refusal') refuse(stream, route.status);
			else if (route.to === 'local') pipeCall(stream, () => this.#backends.local(), localHeaders(headers, roles));
			else if (route.to === 'one') pipeCall(stream, () => this.#backends.remote(route.target), remoteHeaders(headers, roles));
			else {
				const targets = route.targets.map((hostname) => ({
					hostname,
					open: () =>
						this.#place.isSelf(hostname)
							? { session: this.#backends.local(), headers: localHeaders(headers, roles) }
							: { session: this.#backends.remote(hostname), headers: remoteHeaders(headers, roles) },
				}));
				void spreadCall(stream, targets, route.streamed);
			}
		} catch (error) {
			refuse(stream, { code: grpcCodes.unavailable, message: error instanceof Error ? error.message : String(error) });
		}
	}
}

/** Whether the certificate that the other end has shown is for clients and for nothing else (upstream: siderolabs/talos#12870). */
function isOfClient({ socket }: ServerHttp2Session): boolean {
	const usages = (socket as TLSSocket | undefined)?.getPeerX509Certificate?.()?.keyUsage;
	return usages?.length === 1 && usages[0] === clientAuthentication;
}

/** id-kp-clientAuth of RFC 5280, 4.2.1.12. */
const clientAuthentication = '1.3.6.1.5.5.7.3.2';

/** Whether the other end of a connection would be let in with the certificate that it has shown. */
function isAccepted({ socket }: ServerHttp2Session, { ca }: ServerCredentials): boolean {
	const shown = (socket as TLSSocket | undefined)?.getPeerX509Certificate?.();
	if (ca === undefined || shown === undefined) return true;
	return ca
		.split(/(?<=-----END CERTIFICATE-----)\s*/)
		.filter((pem) => pem.includes('BEGIN'))
		.some((pem) => shown.verify(new X509Certificate(pem).publicKey));
}

function contextOf({ certificate, key, ca }: ServerCredentials) {
	return { cert: certificate, key, ALPNProtocols: ['h2'], ...(ca === undefined ? {} : { ca }) };
}

function localHeaders(received: IncomingHttpHeaders, roles: string): OutgoingHttpHeaders {
	return forwardedHeaders(received, { ':scheme': 'http', ':authority': 'machined', 'talos-role': roles });
}

function remoteHeaders(received: IncomingHttpHeaders, roles: string): OutgoingHttpHeaders {
	return forwardedHeaders(received, { ':scheme': 'https', 'talos-role': roles, proxyfrom: received[':authority'] ?? 'unknown' });
}
