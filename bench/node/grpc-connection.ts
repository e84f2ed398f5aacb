import { type ClientHttp2Session, type ClientHttp2Stream, connect } from 'node:http2';
import { connect as connectTls } from 'node:tls';
import type { RunningCluster } from './running-cluster.ts';

/**
 * One connection to a node's API, with as little of a client as gRPC needs: what is measured is the node. Calls carry
 * `metadata`, which names the nodes that they are for.
 */
export class GrpcConnection {
	readonly #session: ClientHttp2Session;

	private constructor(session: ClientHttp2Session) {
		this.#session = session;
	}

	/** @param port of apid, when it is not said */
	static async open({ tls }: Pick<RunningCluster, 'tls'>, address: string, port = 50_000): Promise<GrpcConnection> {
		const session = connect(`https://${address}:${port}`, {
			createConnection: () =>
				connectTls({ host: address, port, ...tls, ALPNProtocols: ['h2'], servername: '', checkServerIdentity: () => undefined }),
			settings: { initialWindowSize: windowSize },
		});
		await new Promise<void>((resolve, reject) => {
			session.once('connect', () => resolve()).once('error', reject);
		});
		session.setLocalWindowSize(windowSize);
		return new GrpcConnection(session);
	}

	/** Calls a method (`/machine.MachineService/Version`) and counts the bytes that come back, in messages or in a stream of them. */
	async call(method: string, request: Uint8Array, metadata: Readonly<Record<string, string>> = {}): Promise<number> {
		return await new Promise((resolve, reject) => {
			const stream = this.#begin(method, metadata);
			let bytes = 0;
			let status: unknown;
			let message: unknown;
			const read = (headers: Readonly<Record<string, unknown>>): void => {
				status = headers['grpc-status'] ?? status;
				message = headers['grpc-message'] ?? message;
			};
			stream.on('response', read).on('trailers', read).on('error', reject);
			stream.on('data', (chunk: Buffer) => {
				bytes += chunk.length;
			});
			stream.on('end', () => {
				if (status === '0') resolve(bytes);
				else reject(new Error(`${method} ended with status ${String(status)}: ${decodeURIComponent(String(message))}`));
			});
			stream.end(framed(request));
		});
	}

	/** Calls a method and reads nothing of what comes back, until what is returned is called. */
	stall(method: string, request: Uint8Array): () => void {
		const stream = this.#begin(method, {});
		stream.on('error', () => undefined).end(framed(request));
		return () => stream.close();
	}

	#begin(method: string, metadata: Readonly<Record<string, string>>): ClientHttp2Stream {
		return this.#session.request({
			':method': 'POST',
			':path': method,
			'content-type': 'application/grpc',
			te: 'trailers',
			...metadata,
		});
	}

	close(): void {
		this.#session.destroy();
	}
}

/** Bytes under way at once: over it a fast stream does not wait for its reader's acknowledgements. */
const windowSize = 4 * 1024 * 1024;

/** A message with its flag and its length before it (gRPC over HTTP/2, length-prefixed message). */
function framed(message: Uint8Array): Buffer {
	const prefix = Buffer.alloc(5);
	prefix.writeUInt32BE(message.length, 1);
	return Buffer.concat([prefix, message]);
}
