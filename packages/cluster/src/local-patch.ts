import { hasFeature, type TalosContract } from '@ichor/machinery/versions';

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

/** Whom a patch is for. */
export interface LocalPatchTarget {
	readonly contract: TalosContract;
	/** etcd's image is for control planes only. */
	readonly controlPlane: boolean;
}

/** The patch that makes nodes of a cluster find each other, and their images, without the internet. */
export function localPatch(services: LocalServices, { contract, controlPlane }: LocalPatchTarget): string {
	const { registryMirror, discovery, etcdImage } = services;
	const hasDocument = hasFeature(contract, 'discoveryServiceMultidocConfig');
	const root = [
		...(hasDocument ? [] : ['  discovery:', '    registries:', '      service:', `        endpoint: ${discovery}`]),
		...(controlPlane ? ['  etcd:', `    image: ${etcdImage}`] : []),
	];
	const documents = [
		...(root.length === 0 ? [] : [['cluster:', ...root]]),
		...(hasDocument ? [['apiVersion: v1alpha1', 'kind: DiscoveryServiceConfig', 'name: default', `endpoint: ${discovery}`]] : []),
		...registries.map((name) => [
			'apiVersion: v1alpha1',
			'kind: RegistryMirrorConfig',
			`name: ${name}`,
			'endpoints:',
			`  - url: ${registryMirror}`,
		]),
	];
	return `${documents.map((lines) => lines.join('\n')).join('\n---\n')}\n`;
}
