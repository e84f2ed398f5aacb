import { ContainerdNamespace } from '@ichor/api/common';
import { KubeletSpec, kubeletSpecId } from '@ichor/machinery/resources';
import { type Context, messageOf, RoomError } from '@ichor/std';
import { ClusterError } from '../errors.ts';
import { kubeletSuffix } from './image-tag.ts';
import { nodeResource } from './node-resource.ts';
import { type KubernetesUpgrade, targetImage, type UpgradedCluster, type UpgradedNodes } from './options.ts';

/** Has the nodes fetch the images beforehand, so that nothing waits for a registry while it is away. */
export async function pullImages(
	context: Context,
	cluster: UpgradedCluster,
	upgrade: KubernetesUpgrade,
	{ controlPlanes, workers }: UpgradedNodes,
): Promise<void> {
	for (const component of ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'] as const)
		for (const node of controlPlanes) await pull(context, cluster, node, ContainerdNamespace.NS_CRI, targetImage(upgrade, component));
	if (!upgrade.upgradeKubelet) return;
	for (const node of [...controlPlanes, ...workers]) {
		const current = (await nodeResource(context, cluster.client.node(node), KubeletSpec, kubeletSpecId))?.spec.image ?? '';
		await pull(context, cluster, node, ContainerdNamespace.NS_SYSTEM, `${targetImage(upgrade, 'kubelet')}${kubeletSuffix(current)}`);
	}
}

async function pull(
	{ signal }: Context,
	{ client, say }: UpgradedCluster,
	node: string,
	namespace: ContainerdNamespace,
	reference: string,
): Promise<void> {
	say(` > ${JSON.stringify(node)}: pre-pulling ${reference}`);
	try {
		await client.node(node).machine.imagePull({ namespace, reference }, { signal });
	} catch (error) {
		if (!(error instanceof RoomError) || error.code !== 'unimplemented')
			throw new ClusterError('upgrade', `error pre-pulling ${reference} on ${node}: ${messageOf(error)}`, { cause: error });
		say(` < ${JSON.stringify(node)}: not implemented, skipping`);
	}
}
