import { type Condition, drainNode, isReady, type KubernetesClient, type KubernetesObject, patiently } from '@ichor/kubernetes';
import { KubeletSpec, kubeletSpecId, Service } from '@ichor/machinery/resources';
import { type Context, messageOf, waitFor, withTimeout } from '@ichor/std';
import { ClusterError } from '../errors.ts';
import { imageTag, kubeletSuffix } from './image-tag.ts';
import { setImage } from './node-configuration.ts';
import { nodeResource } from './node-resource.ts';
import { type KubernetesUpgrade, targetImage, type UpgradedCluster, type UpgradedNodes } from './options.ts';
import { whileAway } from './while-away.ts';

/**
 * Upgrades the kubelets, one node after another. Before a step to another minor version the node is drained, as Kubernetes
 * asks for ("Upgrading kubeadm clusters", "Version Skew Policy"), where other nodes can take its pods.
 */
export async function upgradeKubelets(
	context: Context,
	cluster: UpgradedCluster,
	upgrade: KubernetesUpgrade,
	{ controlPlanes, workers }: UpgradedNodes,
): Promise<void> {
	cluster.say(`updating kubelet to version ${JSON.stringify(upgrade.path.to)}`);
	for (const node of [...controlPlanes, ...workers]) await upgradeKubelet(context, cluster, upgrade, node);
}

async function upgradeKubelet(context: Context, cluster: UpgradedCluster, upgrade: KubernetesUpgrade, node: string): Promise<void> {
	const { client, say } = cluster;
	const quoted = JSON.stringify(node);
	say(` > ${quoted}: starting update`);
	const service = (await nodeResource(context, client.node(node), Service, 'kubelet'))?.spec;
	if (service?.running !== true || !service.healthy) throw new ClusterError('upgrade', `kubelet is not healthy on the node ${node}`);
	const current = (await nodeResource(context, client.node(node), KubeletSpec, kubeletSpecId))?.spec.image ?? '';
	const suffix = kubeletSuffix(current);
	const image = `${targetImage(upgrade, 'kubelet')}${suffix}`;
	if (current !== image) {
		say(` > update kubelet: ${imageTag(current).replace(/^v/, '') || upgrade.path.from} -> ${upgrade.path.to}${suffix}`);
		if (upgrade.dryRun) say(' > skipped in dry-run');
		else await replace(context, cluster, upgrade, node, image);
	}
	if (upgrade.dryRun) return;
	say(` > ${quoted}: waiting for node update`);
	await nodeUpdated(withTimeout(context, nodeDeadline), cluster, node, `v${upgrade.path.to}`);
	say(` < ${quoted}: successfully updated`);
}

async function replace(
	context: Context,
	cluster: UpgradedCluster,
	{ path }: KubernetesUpgrade,
	node: string,
	image: string,
): Promise<void> {
	const kubernetes = await cluster.kubernetes(context);
	const emptied = path.isMinor ? await empty(context, cluster, kubernetes, node) : undefined;
	try {
		await setImage(context, cluster, node, 'kubelet', image);
		cluster.say(` > ${JSON.stringify(node)}: machine configuration patched`);
		cluster.say(` > ${JSON.stringify(node)}: waiting for kubelet restart`);
		await nodeUpdated(withTimeout(context, restartDeadline), cluster, node, `v${path.to}`);
	} finally {
		if (emptied !== undefined) await schedulable(context, kubernetes, emptied, true);
	}
}

/** Milliseconds: the image may not be there yet. */
const restartDeadline = 600_000;
/** Seconds that a pod has to end, as before a shutdown. */
const evictionGrace = 60;
/** Milliseconds (upstream: upgradeKubeletOnNode). */
const nodeDeadline = 180_000;

/** The name of the node when pods were moved away from it; undefined when nothing else could take them, or somebody else has closed it. */
async function empty(context: Context, { say }: UpgradedCluster, client: KubernetesClient, address: string): Promise<string | undefined> {
	const { items } = await patiently(context, async () => await client.list<Node>(context, '/api/v1/nodes'));
	const node = items.find((one) => hasAddress(one, address));
	const others = items.filter((one) => one !== node && one.spec?.unschedulable !== true && !isTainted(one) && isReady(one));
	if (node === undefined || node.spec?.unschedulable === true) return undefined;
	const { name } = node.metadata;
	if (others.length === 0) {
		say(` > ${JSON.stringify(address)}: not drained: no other node takes pods`);
		return undefined;
	}
	say(` > ${JSON.stringify(address)}: draining`);
	await schedulable(context, client, name, false);
	await drainNode(context, client, name, {
		gracePeriod: evictionGrace,
		// the kubelets that are upgraded start their API servers anew
		waitsForServer: true,
		evicting: () => undefined,
		evicted: (pod, failure) => {
			if (failure !== undefined) say(` > ${JSON.stringify(address)}: failed to evict pod ${pod}: ${messageOf(failure)}`);
		},
	});
	return name;
}

async function schedulable(context: Context, client: KubernetesClient, name: string, can: boolean): Promise<void> {
	await waitFor(
		withTimeout(context, nodeDeadline),
		async () =>
			await whileAway(context, async () => {
				await client.patch(context, `/api/v1/nodes/${encodeURIComponent(name)}`, { spec: { unschedulable: can ? null : true } });
				return true;
			}),
		nodePause,
	);
}

async function nodeUpdated(context: Context, cluster: UpgradedCluster, address: string, version: string): Promise<void> {
	await waitFor(
		context,
		async () =>
			await whileAway(context, async () => {
				const { items } = await (await cluster.kubernetes(context)).list<Node>(context, '/api/v1/nodes');
				const node = items.find((one) => hasAddress(one, address));
				return node?.status?.nodeInfo?.kubeletVersion === version && isReady(node) ? true : undefined;
			}),
		nodePause,
	);
}

interface Node extends KubernetesObject {
	readonly spec?: { readonly unschedulable?: boolean; readonly taints?: readonly { readonly effect: string }[] };
	readonly status?: {
		readonly addresses?: readonly { readonly address: string }[];
		readonly conditions?: readonly Condition[];
		readonly nodeInfo?: { readonly kubeletVersion: string };
	};
}

function hasAddress({ status }: Node, wanted: string): boolean {
	return status?.addresses?.some(({ address }) => address === wanted) ?? false;
}

function isTainted({ spec }: Node): boolean {
	return spec?.taints?.some(({ effect }) => effect !== 'PreferNoSchedule') ?? false;
}

const nodePause = 2000;
