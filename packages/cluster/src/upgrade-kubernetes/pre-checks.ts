import type { KubernetesObject } from '@ichor/kubernetes';
import { KubernetesError } from '@ichor/kubernetes';
import { KubeletSpec, kubeletSpecId, StaticPod } from '@ichor/machinery/resources';
import { kubernetesRefusal, parseVersion } from '@ichor/machinery/versions';
import type { Context } from '@ichor/std';
import { ClusterError } from '../errors.ts';
import { nodeResource } from './node-resource.ts';
import type { ControlPlaneComponent, KubernetesUpgrade, UpgradedCluster, UpgradedNodes } from './options.ts';
import { type ComponentCommand, findRemoved, removedText } from './removed-findings.ts';
import { removedItems } from './removed-items.ts';

/** @throws ClusterError `upgrade` when a node's version of Talos does not go with the wanted version of Kubernetes */
export async function requireCompatible(
	{ signal }: Context,
	{ client, say }: UpgradedCluster,
	{ path }: KubernetesUpgrade,
	{ controlPlanes, workers }: UpgradedNodes,
): Promise<void> {
	const nodes = [...controlPlanes, ...workers];
	const tags = await Promise.all(
		nodes.map(async (node) => {
			const { messages } = await client.node(node).machine.version({}, { signal });
			return { node, tag: messages[0]?.version?.tag ?? '' };
		}),
	);
	for (const { node, tag } of tags) {
		const refusal = kubernetesRefusal(parseVersion(path.to), parseVersion(tag));
		if (refusal !== undefined) throw new ClusterError('upgrade', `node ${JSON.stringify(node)}: ${refusal}`);
	}
	for (const { node, tag } of tags)
		say(`> ${JSON.stringify(node)}: Talos version ${tag.replace(/^v/, '')} is compatible with Kubernetes version ${path.to}`);
}

/** @throws ClusterError `upgrade` with a table of everything that components are told and the wanted version would refuse */
export async function requireNothingRemoved(
	context: Context,
	cluster: UpgradedCluster,
	{ path }: KubernetesUpgrade,
	{ controlPlanes, workers }: UpgradedNodes,
): Promise<void> {
	const removed = removedItems(path.step);
	if (removed === undefined) return;
	cluster.say('checking for removed Kubernetes component flags');
	const commands: ComponentCommand[] = [];
	for (const node of controlPlanes)
		for (const component of ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'] as const)
			commands.push({ node, component, arguments: await staticPodCommand(context, cluster, node, component) });
	for (const node of [...controlPlanes, ...workers]) commands.push(await kubeletCommand(context, cluster, node));
	cluster.say('checking for removed Kubernetes API resource versions');
	const resources = await countResources(context, cluster, removed.resources ?? []);
	const text = removedText(
		commands.flatMap((command) => findRemoved(command, removed)),
		resources,
	);
	if (text !== '') throw new ClusterError('upgrade', text);
}

async function staticPodCommand(
	context: Context,
	{ client }: UpgradedCluster,
	node: string,
	component: ControlPlaneComponent,
): Promise<readonly string[]> {
	const pod = (await nodeResource(context, client.node(node), StaticPod, component))?.spec as Partial<KubernetesObject> | undefined;
	const { containers = [] } = (pod?.['spec'] ?? {}) as { readonly containers?: readonly { readonly command?: readonly string[] }[] };
	return containers[0]?.command ?? [];
}

async function kubeletCommand(context: Context, { client }: UpgradedCluster, node: string): Promise<ComponentCommand> {
	const { args = [], config = {} } = (await nodeResource(context, client.node(node), KubeletSpec, kubeletSpecId))?.spec ?? {};
	const gates = (config as { readonly featureGates?: Readonly<Record<string, boolean>> }).featureGates ?? {};
	return { node, component: 'kubelet', arguments: args, featureGates: Object.keys(gates) };
}

async function countResources(
	context: Context,
	cluster: UpgradedCluster,
	resources: readonly string[],
): Promise<ReadonlyMap<string, number>> {
	const counts = new Map<string, number>();
	for (const resource of resources) {
		const [plural = '', version = '', ...group] = resource.split('.');
		try {
			const { items } = await (await cluster.kubernetes(context)).list(context, `/apis/${group.join('.')}/${version}/${plural}`);
			if (items.length > 0) counts.set(resource, items.length);
		} catch (error) {
			if (!(error instanceof KubernetesError) || error.code !== 'not-found') throw error;
		}
	}
	return counts;
}
