import type { ConfigValue, MachineConfig } from '../document.ts';
import { documentsOf, rootOf } from '../documents.ts';
import type { FreeForm } from '../types/scalars.gen.ts';

export interface StaticPod {
	readonly name: string;
	readonly pod: FreeForm;
}

export interface InlineManifest {
	readonly name: string;
	readonly contents: string;
}

export interface ExternalManifest {
	readonly name: string;
	readonly url: string;
	readonly headers: ReadonlyMap<string, string>;
}

/** The pods that the kubelet runs by itself: the documents', then the root document's. */
export function staticPods(config: MachineConfig): readonly StaticPod[] {
	const documents = documentsOf(config, 'KubeStaticPodConfig').map(({ value }) => ({ name: value.name ?? '', pod: value.pod ?? {} }));
	const legacy = (rootOf(config)?.machine?.pods ?? []).map((pod) => ({ name: podName(pod), pod }));
	return [...documents, ...legacy];
}

/** The objects to create at bootstrap: the documents', then the root document's. */
export function inlineManifests(config: MachineConfig): readonly InlineManifest[] {
	const documents = documentsOf(config, 'KubeInlineManifestConfig').map(({ value }) => ({
		name: value.name ?? '',
		contents: value.manifest ?? '',
	}));
	const legacy = (rootOf(config)?.cluster?.inlineManifests ?? []).map(({ name = '', contents = '' }) => ({ name, contents }));
	return [...documents, ...legacy];
}

/** The URLs of objects to create at bootstrap: the documents', then the root document's, the network's manifests among them. */
export function externalManifests(config: MachineConfig): readonly ExternalManifest[] {
	const documents = documentsOf(config, 'KubeExternalManifestConfig').map(({ value }) => ({
		name: value.name ?? '',
		url: value.url ?? '',
		headers: new Map(Object.entries(value.headers ?? {})),
	}));
	const { extraManifests = [], extraManifestHeaders = {}, network } = rootOf(config)?.cluster ?? {};
	const headers = new Map(Object.entries(extraManifestHeaders));
	const legacy = [...extraManifests, ...(network?.cni?.urls ?? [])].map((url) => ({ name: url, url, headers }));
	return [...documents, ...legacy];
}

/** A pod of the root document is called by its namespace and name. */
function podName(pod: FreeForm): string {
	const metadata = pod['metadata'];
	return `${textAt(metadata, 'namespace')}-${textAt(metadata, 'name')}`;
}

function textAt(metadata: ConfigValue | undefined, key: 'namespace' | 'name'): string {
	if (typeof metadata !== 'object' || metadata === null || !(key in metadata)) return 'default';
	const text: unknown = Reflect.get(metadata, key);
	return typeof text === 'string' ? text : 'default';
}
