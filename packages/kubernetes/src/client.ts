import type { Context } from '@ichor/std';
import type { ClusterAccess } from './access.ts';
import { type ApiResource, ApiResources } from './api-resources.ts';
import { KubernetesError } from './errors.ts';
import type { KubernetesList, KubernetesObject } from './object.ts';
import { type ApiRequest, Transport } from './transport.ts';

/** A list with the version that a watch goes on from. */
export interface ListedObjects<T> {
	readonly items: readonly T[];
	readonly resourceVersion: string;
}

export interface ApplyOptions {
	/** Fields that another manager has set are taken over; a conflict otherwise. */
	readonly force?: boolean;
	/** Nothing is stored: only told what it would be. */
	readonly dryRun?: boolean;
}

/** The Kubernetes API as one caller. Paths are those of its URLs; answers are its JSON. */
export class KubernetesClient {
	readonly #transport: Transport;
	readonly #resources: ApiResources;
	readonly #life = new AbortController();

	constructor(access: ClusterAccess) {
		this.#transport = new Transport(access);
		this.#resources = new ApiResources(async (path) => await this.#transport.json({ method: 'GET', path, signal: this.#life.signal }));
	}

	/** @throws KubernetesError */
	async get<T = KubernetesObject>({ signal }: Context, path: string): Promise<T> {
		return (await this.#transport.json({ method: 'GET', path, signal })) as T;
	}

	/** As {@link get}; undefined when it is not there. */
	async find<T = KubernetesObject>(context: Context, path: string): Promise<T | undefined> {
		try {
			return await this.get<T>(context, path);
		} catch (error) {
			if (error instanceof KubernetesError && error.code === 'not-found') return undefined;
			throw error;
		}
	}

	async list<T = KubernetesObject>(context: Context, path: string): Promise<ListedObjects<T>> {
		const { items, metadata } = await this.get<KubernetesList<T>>(context, path);
		return { items: items ?? [], resourceVersion: metadata?.resourceVersion ?? '' };
	}

	/** Creates an object under the path of its collection. @throws KubernetesError `conflict` when it is there */
	async create<T = KubernetesObject>({ signal }: Context, path: string, object: unknown): Promise<T> {
		return (await this.#transport.json({ method: 'POST', path, body: object, signal })) as T;
	}

	/** Replaces an object. @throws KubernetesError `conflict` when somebody has changed it since it was read */
	async update<T = KubernetesObject>({ signal }: Context, path: string, object: unknown): Promise<T> {
		return (await this.#transport.json({ method: 'PUT', path, body: object, signal })) as T;
	}

	/** Changes what a strategic merge patch names. */
	async patch<T = KubernetesObject>({ signal }: Context, path: string, patch: unknown): Promise<T> {
		const contentType = 'application/strategic-merge-patch+json';
		return (await this.#transport.json({ method: 'PATCH', path, body: patch, contentType, signal })) as T;
	}

	async delete({ signal }: Context, path: string, options: object = {}): Promise<void> {
		await this.#transport.json({ method: 'DELETE', path, body: { apiVersion: 'v1', kind: 'DeleteOptions', ...options }, signal });
	}

	/** Server-side apply: the object as this manager wants it, wherever its kind lives. Answers with what it is then. */
	async apply({ signal }: Context, object: KubernetesObject, manager: string, options: ApplyOptions = {}): Promise<KubernetesObject> {
		const asked = `${options.force === true ? '&force=true' : ''}${options.dryRun === true ? '&dryRun=All' : ''}`;
		const path = `${await this.#resources.path(object)}?fieldManager=${encodeURIComponent(manager)}${asked}`;
		const request: ApiRequest = { method: 'PATCH', path, body: object, contentType: 'application/apply-patch+yaml', signal };
		return (await this.#transport.json(request)) as KubernetesObject;
	}

	/** Where objects of a kind are. @throws KubernetesError `not-found` when the server has no such kind */
	async resourceOf({ apiVersion, kind }: Pick<KubernetesObject, 'apiVersion' | 'kind'>): Promise<ApiResource> {
		return await this.#resources.find(apiVersion, kind);
	}

	/** The version in which the server would have objects of a group: `apps/v1`. @throws KubernetesError `not-found` when it has none */
	async preferredVersion(group: string): Promise<string> {
		return await this.#resources.preferredVersion(group);
	}

	/** The path of an object. */
	async pathOf(object: KubernetesObject): Promise<string> {
		return await this.#resources.path(object);
	}

	/** What a watch says, line by line, until the server ends it. Every line is one event. */
	async *lines({ signal }: Context, path: string): AsyncGenerator<string, void> {
		const response = await this.#transport.open({ method: 'GET', path, signal });
		let rest = '';
		for await (const chunk of response.setEncoding('utf8') as AsyncIterable<string>) {
			const lines = (rest + chunk).split('\n');
			rest = lines.pop() ?? '';
			yield* lines.filter((line) => line !== '');
		}
	}

	/** Ends its connections. */
	close(): void {
		this.#life.abort(new KubernetesError('unavailable', 'the client was closed'));
		this.#transport.close();
	}
}
