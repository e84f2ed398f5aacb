import { constants, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { isIP } from 'node:net';
import { TLSSocket } from 'node:tls';
import { valuesOf } from './call-metadata.ts';
import { RpcError } from './errors.ts';
import type { Call } from './handlers.ts';

/** A call, as its handler sees it. The signal is made when it is first asked for: most calls do not need one. */
export class ServerCall implements Call {
	readonly path: string;
	readonly #stream: ServerHttp2Stream;
	readonly #headers: IncomingHttpHeaders;
	readonly #deadline: NodeJS.Timeout | undefined;
	#controller: AbortController | undefined;
	#cancelled: RpcError | undefined;
	#over = false;

	/** @param late is told when the call is not over at its deadline */
	constructor(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, late: (error: RpcError) => void) {
		this.path = headers[':path'] ?? '';
		this.#stream = stream;
		this.#headers = headers;
		// a caller can go away when there is an answer, too: before it has arrived
		stream.once('close', () => {
			if (!this.#over || stream.rstCode !== constants.NGHTTP2_NO_ERROR) this.#cancel(new RpcError('cancelled', 'context canceled'));
		});
		const timeout = timeoutOf(headers['grpc-timeout']);
		if (timeout === undefined) return;
		this.#deadline = setTimeout(() => {
			const error = new RpcError('deadline-exceeded', 'context deadline exceeded');
			this.#cancel(error);
			late(error);
		}, timeout);
	}

	get signal(): AbortSignal {
		if (this.#controller === undefined) {
			this.#controller = new AbortController();
			if (this.#cancelled !== undefined) this.#controller.abort(this.#cancelled);
		}
		return this.#controller.signal;
	}

	/** Why the caller waits no more, when that is so. */
	get cancelled(): RpcError | undefined {
		return this.#cancelled;
	}

	get peer(): string | undefined {
		const address = this.#stream.session?.socket?.remoteAddress?.replace(mappedPrefix, '') ?? '';
		return isIP(address) === 0 ? undefined : address;
	}

	get organisations(): readonly string[] {
		const socket = this.#stream.session?.socket;
		const organisation = socket instanceof TLSSocket && socket.authorized ? socket.getPeerCertificate().subject?.O : undefined;
		return organisation === undefined ? [] : [organisation].flat();
	}

	metadata(key: string): readonly string[] {
		return valuesOf(this.#headers[key]);
	}

	/** It has been answered, as far as this side knows. */
	finish(): void {
		this.#over = true;
		clearTimeout(this.#deadline);
	}

	#cancel(reason: RpcError): void {
		clearTimeout(this.#deadline);
		if (this.#cancelled !== undefined) return;
		this.#cancelled = reason;
		this.#controller?.abort(reason);
	}
}

/** Milliseconds (gRPC over HTTP/2, Timeout). Undefined without a deadline, and for one so late that no timer counts to it. */
function timeoutOf(header: string | readonly string[] | undefined): number | undefined {
	const [, amount, unit = ''] = /^(\d{1,8})([HMSmun])$/.exec(String(header)) ?? [];
	const milliseconds = Number(amount) * (unitsOfTimeout[unit] ?? Number.NaN);
	return milliseconds < 2 ** 31 ? milliseconds : undefined;
}

const unitsOfTimeout: Readonly<Record<string, number>> = { H: 3_600_000, M: 60_000, S: 1000, m: 1, u: 1e-3, n: 1e-6 };

/** What an IPv4 address begins with on a socket that serves both families. */
const mappedPrefix = /^::ffff:(?=\d+\.)/i;
