import { KubernetesOfCluster } from '@ichor/cluster/health';
import type { KubernetesClient } from '@ichor/kubernetes';
import { background, withTimeout } from '@ichor/std';
import { dump } from 'js-yaml';
import { failureText } from '../nodes/failure-text.ts';
import { fileInArchive } from '../nodes/file-in-archive.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { bytesOf } from '../nodes/streams.ts';
import { type Collector, clusterSource } from './collector.ts';

/** What is collected of Kubernetes: nothing, with a word on standard error, when it cannot be reached. Close it in the end. */
export async function clusterCollectors({
	client,
	terminal,
	signal,
}: NodeSession): Promise<{ readonly collectors: readonly Collector[]; readonly close: () => void }> {
	const context = withTimeout({ ...background, signal }, reachTimeout);
	const kubernetes = new KubernetesOfCluster(
		async () => await fileInArchive('kubeconfig', bytesOf(client.nodes([]).machine.kubeconfig({}, { signal: context.signal }))),
		'',
	);
	const close = (): void => kubernetes.close();
	try {
		const api = await kubernetes.client(context);
		await api.get(context, '/api/v1/namespaces/kube-system');
		const file = (path: string, list: string, kind: string): Collector => ({
			source: clusterSource,
			path: `kubernetesResources/${path}`,
			collect: async () => await listText(api, { ...background, signal }, list, kind),
		});
		return {
			collectors: [
				file('nodes.yaml', '/api/v1/nodes', 'NodeList'),
				file('systemPods.yaml', '/api/v1/namespaces/kube-system/pods', 'PodList'),
			],
			close,
		};
	} catch (error) {
		terminal.err(`Failed to create kubernetes client ${failureText(error)}`);
		return { collectors: [], close };
	}
}

async function listText(
	api: KubernetesClient,
	context: Parameters<KubernetesClient['get']>[0],
	path: string,
	kind: string,
): Promise<string> {
	const { items, metadata } = await api.get<{ readonly items: readonly object[]; readonly metadata: object }>(context, path);
	return dump({ apiVersion: 'v1', items, kind, metadata }, { seqNoIndent: true, lineWidth: -1, quoteStyle: 'double' });
}

/** Milliseconds: whoever asks for a bundle has a cluster that may not answer. */
const reachTimeout = 15_000;
