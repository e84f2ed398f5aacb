/** What stands on the gateway of a local cluster for its nodes. */
export interface LocalServices {
	/** The URL of the registry that has every image: `http://10.5.0.1:5000`. */
	readonly registryMirror: string;
	/** The URL of the discovery service; plain `http` is gRPC without TLS. */
	readonly discovery: string;
	/** The image of etcd that the registry has. */
	readonly etcdImage: string;
}

/** The registries that a cluster's images come from: Talos's own, Kubernetes's, and where those come from. */
const registries = ['docker.io', 'gcr.io', 'ghcr.io', 'registry.k8s.io'];

/**
 * The patch that makes nodes of a cluster find each other, and their images, without the internet.
 *
 * @param controlPlane etcd's image is for control planes only
 */
export function localPatch({ registryMirror, discovery, etcdImage }: LocalServices, controlPlane: boolean): string {
	const root = [
		'cluster:',
		'  discovery:',
		'    registries:',
		'      service:',
		`        endpoint: ${discovery}`,
		...(controlPlane ? ['  etcd:', `    image: ${etcdImage}`] : []),
	];
	const mirrors = registries.map((name) =>
		['apiVersion: v1alpha1', 'kind: RegistryMirrorConfig', `name: ${name}`, 'endpoints:', `  - url: ${registryMirror}`].join('\n'),
	);
	return `${[root.join('\n'), ...mirrors].join('\n---\n')}\n`;
}
