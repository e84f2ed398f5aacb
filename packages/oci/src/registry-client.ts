import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type Descriptor, manifestTypes } from './document.ts';
import { OciError } from './errors.ts';
import type { ImageSource, RawManifest } from './image-source.ts';
import { limitedBody } from './limited-body.ts';
import { manifestLimit, redirectLimit } from './limits.ts';
import type { ImageReference } from './reference.ts';
import { answerChallenge, parseChallenge, type RegistryCredentials } from './registry-token.ts';

export interface RegistryClientOptions {
	readonly signal: AbortSignal;
	/** Without TLS. */
	readonly insecure?: boolean;
	readonly credentials?: (registry: string) => RegistryCredentials | undefined;
}

/** The pulling half of the distribution specification, for any registry: tokens, redirects, digests. */
export class RegistryClient implements ImageSource {
	readonly #options: RegistryClientOptions;
	/** What the last challenge was answered with, by registry and repository. */
	readonly #authorizations = new Map<string, string>();

	constructor(options: RegistryClientOptions) {
		this.#options = options;
	}

	/**
	 * @throws OciError `absent` when the registry does not have it, `denied`, `unreachable`, and `integrity` when it is not what
	 * its digest says or has more bytes than a manifest may
	 */
	async manifest(reference: ImageReference): Promise<RawManifest> {
		const wanted = reference.digest ?? reference.tag ?? 'latest';
		const response = await this.#get(reference, `manifests/${wanted}`, { accept: manifestTypes.join(', ') });
		const bytes = await limitedBody(response, manifestLimit);
		const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
		const promised = reference.digest ?? response.headers.get('docker-content-digest') ?? digest;
		if (promised !== digest)
			throw new OciError('integrity', `${reference.registry}/${reference.repository} sends ${digest} in place of the manifest ${promised}`);
		const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
		return { descriptor: { mediaType, digest, size: bytes.length }, bytes };
	}

	/** The content as it comes: whoever stores it compares it with the descriptor. */
	async blob(reference: ImageReference, { digest }: Descriptor): Promise<Readable> {
		const response = await this.#get(reference, `blobs/${digest}`, {});
		if (response.body === null) throw new OciError('unreachable', `${reference.registry} sends an empty answer for ${digest}`);
		return Readable.fromWeb(response.body as ReadableStream);
	}

	async #get({ registry, repository }: ImageReference, path: string, headers: Record<string, string>): Promise<Response> {
		const url = new URL(
			`${this.#options.insecure === true ? 'http' : 'https'}://${endpoint(registry)}/v2/${fullRepository(registry, repository)}/${path}`,
		);
		const what = `${registry}/${repository} (${path})`;
		const scope = `${registry}/${repository}`;
		let response = await this.#follow(url, { ...headers, ...this.#authorization(scope) });
		if (response.status === 401) {
			await response.body?.cancel();
			this.#authorizations.set(scope, await this.#authenticate(registry, response, url.protocol === 'https:'));
			response = await this.#follow(url, { ...headers, ...this.#authorization(scope) });
		}
		if (response.ok) return response;
		await response.body?.cancel();
		const { status } = response;
		if (status === 404) throw new OciError('absent', `the registry has no ${what}`);
		if (status === 401 || status === 403) throw new OciError('denied', `the registry refuses ${what}: ${status}`);
		throw new OciError('unreachable', `the registry answers ${status} for ${what}`);
	}

	async #authenticate(registry: string, response: Response, secure: boolean): Promise<string> {
		const challenge = parseChallenge(response.headers.get('www-authenticate'));
		return await answerChallenge(challenge, { credentials: this.#options.credentials?.(registry), secure, signal: this.#options.signal });
	}

	#authorization(scope: string): { readonly authorization?: string } {
		const authorization = this.#authorizations.get(scope);
		return authorization === undefined ? {} : { authorization };
	}

	/** Follows redirects by hand: what authorizes for the registry is not for the storage that it sends us to. */
	async #follow(url: URL, headers: Record<string, string>): Promise<Response> {
		let at = url;
		for (let hop = 0; hop <= redirectLimit; hop++) {
			const { authorization: _, ...open } = headers as { authorization?: string };
			const response = await fetch(at, {
				signal: this.#options.signal,
				redirect: 'manual',
				headers: at.origin === url.origin ? headers : open,
			}).catch((error: unknown) => {
				this.#options.signal.throwIfAborted();
				throw new OciError('unreachable', `${at.host} does not answer: ${reasonOf(error)}`, { cause: error });
			});
			const location = response.headers.get('location');
			if (response.status < 300 || response.status >= 400 || location === null) return response;
			await response.body?.cancel();
			at = redirected(at, location);
		}
		throw new OciError('unreachable', `${url.host} redirects more than ${redirectLimit} times`);
	}
}

function redirected(from: URL, location: string): URL {
	if (!URL.canParse(location, from)) throw new OciError('unreachable', `${from.host} redirects to "${location}", which is no address`);
	const to = new URL(location, from);
	if (to.protocol !== 'https:' && !(to.protocol === 'http:' && from.protocol === 'http:'))
		throw new OciError('unreachable', `${from.host} redirects to ${to.host} without TLS`);
	return to;
}

/** Docker Hub answers under another name than its images have, and keeps those without a user under `library`. */
function endpoint(registry: string): string {
	return registry === 'docker.io' ? 'registry-1.docker.io' : registry;
}

function fullRepository(registry: string, repository: string): string {
	return registry === 'docker.io' && !repository.includes('/') ? `library/${repository}` : repository;
}

/** undici says "fetch failed" and keeps the reason behind it. */
function reasonOf(error: unknown): string {
	const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
	return cause instanceof Error ? cause.message : String(cause);
}
