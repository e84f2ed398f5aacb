import {
	createSecureServer,
	type Http2SecureServer,
	type IncomingHttpHeaders,
	type OutgoingHttpHeaders,
	type ServerHttp2Stream,
} from 'node:http2';
import type { TLSSocket } from 'node:tls';
import type { Backends } from './backends.ts';
import { maxConcurrentStreams, windowSize } from './constants.ts';
import { direct, type Place } from './director.ts';
import { spreadCall } from './one-to-many.ts';
import { forwardedHeaders, pipeCall } from './one-to-one.ts';
import { rolesOf } from './roles.ts';
import { grpcCodes, refuse } from './status.ts';

/** What this node shows to clients. In maintenance clients show nothing. */
export interface ServerCredentials {
	readonly certificate: string;
	readonly key: string;
	/** The CAs whose clients are let in; absent in maintenance. */
	readonly ca?: string;
}

/** apid's face to the network: TLS, roles from certificates, and every call carried to where it belongs. */
export class ApiServer {
	readonly #server: Http2SecureServer;
	readonly #backends: Backends;
	#place: Place;

	constructor(credentials: ServerCredentials, place: Place, backends: Backends) {
		this.#backends = backends;
		this.#place = place;
		this.#server = createSecureServer({
			...contextOf(credentials),
			requestCert: credentials.ca !== undefined,
			rejectUnauthorized: credentials.ca !== undefined,
			minVersion: 'TLSv1.2',
			settings: { initialWindowSize: windowSize, maxConcurrentStreams },
		});
		this.#server.on('session', (session) => session.setLocalWindowSize(windowSize));
		this.#server.on('stream', (stream, headers) => this.#carry(stream, headers));
		// A client that breaks TLS or HTTP/2 ends its own connection, nothing else.
		this.#server.on('sessionError', () => undefined);
	}

	/** New credentials hold for new connections; calls that are under way go on. */
	renew(credentials: ServerCredentials): void {
		this.#server.setSecureContext(contextOf(credentials));
	}

	relocate(place: Place): void {
		this.#place = place;
	}

	async listen(port: number, address: string): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			this.#server.once('error', reject);
			this.#server.listen(port, address, () => {
				this.#server.off('error', reject);
				resolve();
			});
		});
	}

	async close(): Promise<void> {
		await new Promise<void>((resolve) => this.#server.close(() => resolve()));
	}

	#carry(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
		stream.on('error', () => undefined);
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
			else if (route.to === 'local') pipeCall(stream, this.#backends.local(), localHeaders(headers, roles));
			else if (route.to === 'one') pipeCall(stream, this.#backends.remote(route.target), remoteHeaders(headers, roles));
			else {
				const targets = route.targets.map((hostname) => ({
					hostname,
					open: () => ({ session: this.#backends.remote(hostname), headers: remoteHeaders(headers, roles) }),
				}));
				void spreadCall(stream, targets, route.streamed);
			}
		} catch (error) {
			refuse(stream, { code: grpcCodes.unavailable, message: error instanceof Error ? error.message : String(error) });
		}
	}
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
