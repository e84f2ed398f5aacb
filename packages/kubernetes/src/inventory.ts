import { type Context, pause } from '@ichor/std';
import type { KubernetesClient } from './client.ts';
import { KubernetesError } from './errors.ts';
import type { KubernetesObject } from './object.ts';
import { type ObjectReference, parseReference, referenceText } from './object-reference.ts';

/** What was ever created from manifests, kept in a ConfigMap of the cluster: all control planes and every client have one. */
export class Inventory {
	readonly #client: KubernetesClient;
	readonly #known: Set<string>;
	readonly #added = new Set<string>();
	readonly #removed = new Set<string>();

	private constructor(client: KubernetesClient, known: ReadonlySet<string>) {
		this.#client = client;
		this.#known = new Set(known);
	}

	static async read(context: Context, client: KubernetesClient): Promise<Inventory> {
		const stored = await client.find<ConfigMap>(context, path);
		return new Inventory(client, new Set(Object.keys(stored?.data ?? {})));
	}

	has(object: ObjectReference): boolean {
		return this.#known.has(referenceText(object));
	}

	/** What is in it, by name; what is no reference is left out. */
	references(): readonly ObjectReference[] {
		return [...this.#known].toSorted().flatMap((text) => parseReference(text) ?? []);
	}

	add(object: ObjectReference): void {
		const text = referenceText(object);
		this.#known.add(text);
		this.#added.add(text);
		this.#removed.delete(text);
	}

	remove(object: ObjectReference): void {
		const text = referenceText(object);
		this.#known.delete(text);
		this.#added.delete(text);
		this.#removed.add(text);
	}

	/** The object as one that belongs to this inventory. */
	marked(object: KubernetesObject): KubernetesObject {
		const annotations = { ...object.metadata.annotations, [ownerAnnotation]: inventoryName };
		return { ...object, metadata: { ...object.metadata, annotations } };
	}

	/** Brings what was added and removed here to what is there by now. */
	async write(context: Context): Promise<void> {
		while (this.#added.size + this.#removed.size > 0) {
			const stored = await this.#client.find<ConfigMap>(context, path);
			const data = { ...stored?.data, ...Object.fromEntries([...this.#added].map((key) => [key, ''])) };
			for (const key of this.#removed) delete data[key];
			try {
				if (stored === undefined) await this.#client.create(context, collection, { ...empty, data });
				else await this.#client.update(context, path, { ...stored, data });
				this.#added.clear();
				this.#removed.clear();
			} catch (error) {
				if (!(error instanceof KubernetesError) || error.code !== 'conflict') throw error;
				// another control plane was faster
				await pause(context, conflictPause);
			}
		}
	}
}

/** Which inventory an object belongs to; undefined when to none. */
export function owningInventory({ metadata }: KubernetesObject): string | undefined {
	return metadata.annotations?.[ownerAnnotation];
}

interface ConfigMap extends KubernetesObject {
	readonly data?: Readonly<Record<string, string>>;
}

/** Upstream: KubernetesInventoryNamespace, KubernetesBootstrapManifestsInventoryName. */
export const inventoryName = 'talos-bootstrap-manifests-inventory';
const collection = '/api/v1/namespaces/kube-system/configmaps';
const path = `${collection}/${inventoryName}`;
/** What kubectl's apply sets and other tools read (sigs.k8s.io/cli-utils, inventory policy). */
const ownerAnnotation = 'config.k8s.io/owning-inventory';
const conflictPause = 200;

const empty = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: inventoryName, namespace: 'kube-system' } };
