import type { EventEmitter } from 'node:events';
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

	metadata(key: string): readonly string[] {
		return valuesOf(this.#surface.metadata, key);
	}
}
