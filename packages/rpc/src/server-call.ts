import type { EventEmitter } from 'node:events';
import { isIP } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Metadata } from '@grpc/grpc-js';
import { valuesOf } from './call-metadata.ts';
import { RpcError } from './errors.ts';
import type { Call } from './handlers.ts';

/** What grpc-js calls a call, as far as it is used here. */
export interface SurfaceCall extends EventEmitter {
	readonly request?: unknown;
	readonly metadata: Metadata;
	readonly cancelled: boolean;
	getPath(): string;
	/** `ADDRESS:PORT`, or a word when there is no address. */
	getPeer(): string;
	getAuthContext(): { readonly sslPeerCertificate?: ReturnType<TLSSocket['getPeerCertificate']> };
}

/** A call, as its handler sees it. The signal is made when it is first asked for: most calls do not need one. */
export class ServerCall implements Call {
	readonly #surface: SurfaceCall;
	#cancel: AbortController | undefined;

	constructor(surface: SurfaceCall) {
		this.#surface = surface;
	}

	get path(): string {
		return this.#surface.getPath();
	}

	get signal(): AbortSignal {
		if (this.#cancel !== undefined) return this.#cancel.signal;
		const cancel = new AbortController();
		const abort = (): void => cancel.abort(new RpcError('cancelled', 'context canceled'));
		if (this.#surface.cancelled) abort();
		else this.#surface.once('cancelled', abort);
		this.#cancel = cancel;
		return cancel.signal;
	}

	get peer(): string | undefined {
		const peer = this.#surface.getPeer();
		const address = peer.slice(0, peer.lastIndexOf(':')).replace(mappedPrefix, '');
		return isIP(address) === 0 ? undefined : address;
	}

	get organisations(): readonly string[] {
		const organisation = this.#surface.getAuthContext().sslPeerCertificate?.subject?.O;
		return organisation === undefined ? [] : [organisation].flat();
	}

	metadata(key: string): readonly string[] {
		return valuesOf(this.#surface.metadata, key);
	}
}

/** What an IPv4 address begins with on a socket that serves both families. */
const mappedPrefix = /^::ffff:(?=\d+\.)/i;
