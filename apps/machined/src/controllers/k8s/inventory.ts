import { type KubernetesClient, KubernetesError, type KubernetesObject } from '@ichor/kubernetes';
import { type Context, pause } from '@ichor/std';

/** What was ever created from manifests, kept in a ConfigMap of the cluster: all control planes have one. */
export class Inventory {
	readonly #client: KubernetesClient;
	readonly #known: Set<string>;
	readonly #added = new Set<string>();

	private constructor(client: KubernetesClient, known: ReadonlySet<string>) {
		this.#client = client;
		this.#known = new Set(known);
	}

	static async read(context: Context, client: KubernetesClient): Promise<Inventory> {
		const stored = await client.find<ConfigMap>(context, path);
		return new Inventory(client, new Set(Object.keys(stored?.data ?? {})));
	}

	has(object: KubernetesObject): boolean {
		return this.#known.has(keyOf(object));
	}

	add(object: KubernetesObject): void {
		this.#known.add(keyOf(object));
		this.#added.add(keyOf(object));
	}

	/** The object as one that belongs to this inventory. */
	marked(object: KubernetesObject): KubernetesObject {
		const annotations = { ...object.metadata.annotations, [ownerAnnotation]: inventoryName };
		return { ...object, metadata: { ...object.metadata, annotations } };
	}

	/** Adds what is new to what is there by now. */
	async write(context: Context): Promise<void> {
		if (this.#added.size === 0) return;
		for (;;) {
			const stored = await this.#client.find<ConfigMap>(context, path);
			const data = { ...stored?.data, ...Object.fromEntries([...this.#added].map((key) => [key, ''])) };
			try {
				if (stored === undefined) await this.#client.create(context, collection, { ...empty, data });
				else await this.#client.update(context, path, { ...stored, data });
				this.#added.clear();
				return;
			} catch (error) {
				if (!(error instanceof KubernetesError) || error.code !== 'conflict') throw error;
				// another control plane was faster
				await pause(context, conflictPause);
			}
		}
	}
}

interface ConfigMap extends KubernetesObject {
	readonly data?: Readonly<Record<string, string>>;
}

/** Upstream: KubernetesInventoryNamespace, KubernetesBootstrapManifestsInventoryName. */
const inventoryName = 'talos-bootstrap-manifests-inventory';
const collection = '/api/v1/namespaces/kube-system/configmaps';
const path = `${collection}/${inventoryName}`;
/** What kubectl's apply sets and other tools read (sigs.k8s.io/cli-utils, inventory policy). */
const ownerAnnotation = 'config.k8s.io/owning-inventory';
const conflictPause = 200;

const empty = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: inventoryName, namespace: 'kube-system' } };

/** As cli-utils writes it (object.ObjMetadata): namespace, name, group and kind; a colon is two underscores. */
function keyOf({ apiVersion, kind, metadata: { namespace = '', name } }: KubernetesObject): string {
	const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.lastIndexOf('/')) : '';
	return [namespace, name.replaceAll(':', '__'), group, kind].join('_');
}
