import { KubernetesError } from './errors.ts';
import type { KubernetesObject } from './object.ts';

/** How objects of a kind are addressed. */
export interface ApiResource {
	/** `/apis/apps/v1` */
	readonly base: string;
	/** `deployments` */
	readonly plural: string;
	readonly namespaced: boolean;
}

/** Asks the server what its kinds are called in URLs, a group and version at a time, and remembers it. */
export class ApiResources {
	readonly #ask: (path: string) => Promise<unknown>;
	readonly #known = new Map<string, readonly ListedResource[]>();

	constructor(ask: (path: string) => Promise<unknown>) {
		this.#ask = ask;
	}

	/** @throws KubernetesError `not-found` when the server has no such kind: one that a definition brings may come yet */
	async find(apiVersion: string, kind: string): Promise<ApiResource> {
		const base = basePath(apiVersion);
		const found = (await this.#list(base, false)).find(named(kind)) ?? (await this.#list(base, true)).find(named(kind));
		if (found === undefined) throw new KubernetesError('not-found', `the API server knows no ${kind} of ${apiVersion}`);
		return { base, plural: found.name, namespaced: found.namespaced };
	}

	/** @throws KubernetesError `not-found` when the server has no such group */
	async preferredVersion(group: string): Promise<string> {
		if (group === '') return 'v1';
		const { preferredVersion } = (await this.#ask(`/apis/${group}`)) as { readonly preferredVersion: { readonly groupVersion: string } };
		return preferredVersion.groupVersion;
	}

	/** The path of an object; in the namespace "default" unless it says otherwise. */
	async path({ apiVersion, kind, metadata: { name, namespace = 'default' } }: KubernetesObject): Promise<string> {
		const { base, plural, namespaced } = await this.find(apiVersion, kind);
		return `${base}/${namespaced ? `namespaces/${encodeURIComponent(namespace)}/` : ''}${plural}/${encodeURIComponent(name)}`;
	}

	async #list(base: string, again: boolean): Promise<readonly ListedResource[]> {
		const known = again ? undefined : this.#known.get(base);
		if (known !== undefined) return known;
		const { resources = [] } = (await this.#ask(base)) as { readonly resources?: readonly ListedResource[] };
		this.#known.set(base, resources);
		return resources;
	}
}

interface ListedResource {
	readonly name: string;
	readonly kind: string;
	readonly namespaced: boolean;
}

/** Subresources (`pods/log`) have kinds too. */
function named(kind: string): (resource: ListedResource) => boolean {
	return (resource) => resource.kind === kind && !resource.name.includes('/');
}

/** The core group has a path of its own. */
function basePath(apiVersion: string): string {
	return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}
