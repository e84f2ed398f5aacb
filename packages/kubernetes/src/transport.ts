import * as http from 'node:http';
import * as https from 'node:https';
import { messageOf } from '@ichor/std';
import type { ClusterAccess } from './access.ts';
import { codeOfStatus, KubernetesError } from './errors.ts';

export interface ApiRequest {
	readonly method: string;
	/** Path and query. */
	readonly path: string;
	readonly body?: unknown;
	readonly contentType?: string;
	readonly signal: AbortSignal;
	/** Milliseconds for the answer to begin; a server that is gone does not always say so. */
	readonly timeout?: number;
}

/** HTTPS to one server as one caller, over connections that are kept. Plain HTTP where the server's URL says so, as kubectl does. */
export class Transport {
	readonly #access: ClusterAccess;
	readonly #agent: http.Agent;
	readonly #request: typeof https.request;

	constructor(access: ClusterAccess) {
		this.#access = access;
		const plain = new URL(access.server).protocol === 'http:';
		this.#request = plain ? http.request : https.request;
		const identity: https.AgentOptions = {
			keepAlive: true,
			ca: access.authority,
			...(access.certificate === undefined ? {} : { cert: access.certificate }),
			...(access.key === undefined ? {} : { key: access.key }),
		};
		this.#agent = plain ? new http.Agent({ keepAlive: true }) : new https.Agent(identity);
	}

	/**
	 * The answer as JSON.
	 *
	 * @throws KubernetesError
	 */
	async json(wanted: ApiRequest): Promise<unknown> {
		const response = await this.open(wanted);
		return JSON.parse(await textOf(response)) as unknown;
	}

	/**
	 * The answer as it comes. It was a good one so far.
	 *
	 * @throws KubernetesError
	 */
	async open(wanted: ApiRequest): Promise<http.IncomingMessage> {
		const response = await this.#send(wanted);
		const status = response.statusCode ?? 0;
		if (status >= 200 && status < 300) return response;
		const said = reasonOf(await textOf(response)) ?? response.statusMessage ?? '';
		throw new KubernetesError(codeOfStatus(status), `${wanted.method} ${wanted.path}: ${said} (HTTP ${status})`);
	}

	close(): void {
		this.#agent.destroy();
	}

	/** A question goes over another connection when the one that was kept for it turns out to have ended meanwhile, as in Go's net/http. */
	async #send(wanted: ApiRequest): Promise<http.IncomingMessage> {
		for (;;) {
			try {
				return await this.#sendOnce(wanted);
			} catch (error) {
				if (wanted.method !== 'GET' || !(error instanceof KeptConnectionEnded)) throw error;
			}
		}
	}

	async #sendOnce({
		method,
		path,
		body,
		contentType = 'application/json',
		signal,
		timeout = defaultTimeout,
	}: ApiRequest): Promise<http.IncomingMessage> {
		signal.throwIfAborted();
		const { token, server } = this.#access;
		const content = body === undefined ? undefined : JSON.stringify(body);
		return await new Promise<http.IncomingMessage>((resolve, reject) => {
			const refuse = (why: string, cause?: unknown, ended = false): void => {
				if (signal.aborted) reject(signal.reason as Error);
				else reject(new (ended ? KeptConnectionEnded : KubernetesError)('unavailable', `${method} ${server}${path}: ${why}`, { cause }));
			};
			const call = this.#request(new URL(path, server), {
				method,
				agent: this.#agent,
				signal,
				headers: {
					accept: 'application/json',
					...(content === undefined ? {} : { 'content-type': contentType, 'content-length': Buffer.byteLength(content) }),
					...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
				},
			});
			const patience = setTimeout(() => call.destroy(new Error(`no answer in ${timeout / 1000} s`)), timeout);
			call.on('response', (response) => {
				clearTimeout(patience);
				resolve(response);
			});
			call.on('error', (error: NodeJS.ErrnoException) => {
				clearTimeout(patience);
				refuse(messageOf(error), error, call.reusedSocket && resets.has(error.code));
			});
			call.end(content);
		});
	}
}

/** The server has ended a connection that was kept from an earlier request: it has not seen this one. */
class KeptConnectionEnded extends KubernetesError {}

const resets: ReadonlySet<string | undefined> = new Set(['ECONNRESET', 'ECONNABORTED', 'EPIPE']);

/** Milliseconds: an API server that is starting holds requests back, seldom longer than this. */
const defaultTimeout = 15_000;
/** Characters: no object of Kubernetes is larger than etcd's limit of 1.5 MiB, no list that a node asks for larger than this. */
const longestAnswer = 64 * 2 ** 20;

async function textOf(response: http.IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let length = 0;
	try {
		for await (const chunk of response as AsyncIterable<Buffer>) {
			length += chunk.length;
			if (length > longestAnswer) throw new KubernetesError('failed', `an answer of more than ${longestAnswer} bytes`);
			chunks.push(chunk);
		}
	} catch (error) {
		if (error instanceof KubernetesError) throw error;
		throw new KubernetesError('unavailable', `the answer broke off: ${messageOf(error)}`, { cause: error });
	}
	return Buffer.concat(chunks).toString('utf8');
}

/** The message of a Status object. */
function reasonOf(text: string): string | undefined {
	try {
		const { message } = JSON.parse(text) as { readonly message?: unknown };
		return typeof message === 'string' ? message : undefined;
	} catch {
		return text.trim() === '' ? undefined : text.trim().slice(0, 500);
	}
}
