import type { KubernetesClient } from './client.ts';
import type { KubernetesObject } from './object.ts';

/** Who applies manifests, as managed fields name it (upstream: KubernetesFieldManagerName). */
export const manifestManager = 'talos';

/** Namespaces, then definitions of kinds, then all others as they come. */
export function inDependencyOrder(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
	const rank = ({ kind }: KubernetesObject) => (kind === 'Namespace' ? 0 : kind === 'CustomResourceDefinition' ? 1 : 2);
	return objects.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * An object with the namespace that it will have: "default" when it needs one and names none, none when its kind has none.
 *
 * @throws KubernetesError `not-found` when the server has no such kind
 */
export async function placed(client: KubernetesClient, object: KubernetesObject): Promise<KubernetesObject> {
	const { namespaced } = await client.resourceOf(object);
	const { namespace = 'default', ...metadata } = object.metadata;
	return { ...object, metadata: namespaced ? { ...metadata, namespace } : metadata };
}
