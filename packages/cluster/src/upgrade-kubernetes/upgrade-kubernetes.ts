import type { KubernetesClient, KubernetesObject } from '@ichor/kubernetes';
import { defaults } from '@ichor/machinery/versions';
import { type Context, messageOf, quotedList } from '@ichor/std';
import { ClusterError } from '../errors.ts';
import { upgradeComponent } from './control-plane-component.ts';
import { pullImages } from './image-pull.ts';
import { imageTag } from './image-tag.ts';
import { upgradeKubelets } from './kubelet-upgrade.ts';
import { syncManifests } from './manifest-sync.ts';
import { setImage } from './node-configuration.ts';
import { type KubernetesUpgrade, targetImage, type UpgradedCluster, type UpgradedNodes } from './options.ts';
import { requireCompatible, requireNothingRemoved } from './pre-checks.ts';
import { lowestVersion } from './upgrade-path.ts';

/**
 * Upgrades Kubernetes, in upstream's order: checks, images, each component of the control plane on one node after another,
 * kube-proxy's image, the kubelets one by one, the manifests. It can be run again after it has failed: what is done is skipped.
 *
 * @throws ClusterError `upgrade` that says what keeps it from beginning or from going on; RpcError and KubernetesError
 */
export async function upgradeKubernetes(context: Context, cluster: UpgradedCluster, upgrade: KubernetesUpgrade): Promise<void> {
	const nodes = await nodesOf(context, cluster, upgrade);
	await requireCompatible(context, cluster, upgrade, nodes);
	await requireNothingRemoved(context, cluster, upgrade, nodes);
	if (upgrade.prePullImages) await step('failed pre-pulling images', pullImages(context, cluster, upgrade, nodes));
	for (const component of ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'] as const)
		await step(`failed updating service ${JSON.stringify(component)}`, upgradeComponent(context, cluster, upgrade, component, nodes));
	await step('failed updating kube-proxy', upgradeProxy(context, cluster, upgrade, nodes));
	if (upgrade.upgradeKubelet) await step('failed upgrading kubelet', upgradeKubelets(context, cluster, upgrade, nodes));
	await syncManifests(context, cluster, upgrade, nodes.controlPlanes[0] ?? '');
}

/**
 * The lowest version of Kubernetes that a cluster runs: of its control plane's components and of kube-proxy.
 *
 * @throws ClusterError `upgrade` when none can be told
 */
export async function detectKubernetesVersion(context: Context, client: KubernetesClient): Promise<string> {
	const { items } = await client.list<Pod>(context, '/api/v1/namespaces/kube-system/pods');
	const tags = items.flatMap(({ metadata, spec }) => {
		const app = metadata.labels?.['k8s-app'] ?? '';
		const image = detected.has(app) ? spec.containers.find(({ name }) => name === app)?.image : undefined;
		const tag = imageTag(image ?? '');
		return /^v?\d+(\.\d+)*/.test(tag) ? [tag] : [];
	});
	const lowest = lowestVersion(tags);
	if (lowest === undefined) throw new ClusterError('upgrade', 'failed to detect lowest Kubernetes version: name it with --from');
	return lowest;
}

interface Pod extends KubernetesObject {
	readonly spec: { readonly containers: readonly { readonly name: string; readonly image: string }[] };
}

const detected: ReadonlySet<string> = new Set(['kube-apiserver', 'kube-controller-manager', 'kube-proxy', 'kube-scheduler']);

interface Node extends KubernetesObject {
	readonly status?: { readonly addresses?: readonly { readonly type: string; readonly address: string }[] };
}

async function nodesOf(context: Context, cluster: UpgradedCluster, { upgradeKubelet }: KubernetesUpgrade): Promise<UpgradedNodes> {
	const { items } = await (await cluster.kubernetes(context)).list<Node>(context, '/api/v1/nodes');
	const isControlPlane = ({ metadata }: Node) => metadata.labels?.[defaults.controlPlaneLabel] !== undefined;
	const addressesOf = (nodes: readonly Node[]) =>
		nodes.flatMap(({ status }) => status?.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? []);
	const controlPlanes = addressesOf(items.filter(isControlPlane));
	if (controlPlanes.length === 0) throw new ClusterError('upgrade', 'no controlplane nodes discovered');
	cluster.say(`discovered controlplane nodes ${quotedList(controlPlanes)}`);
	if (!upgradeKubelet) return { controlPlanes, workers: [] };
	const workers = addressesOf(items.filter((node) => !isControlPlane(node)));
	cluster.say(`discovered worker nodes ${quotedList(workers)}`);
	return { controlPlanes, workers };
}

/** The image only: the workload itself is one of the manifests. */
async function upgradeProxy(
	context: Context,
	cluster: UpgradedCluster,
	upgrade: KubernetesUpgrade,
	{ controlPlanes }: UpgradedNodes,
): Promise<void> {
	cluster.say(`updating kube-proxy to version ${JSON.stringify(upgrade.path.to)}`);
	for (const node of controlPlanes) {
		cluster.say(` > ${JSON.stringify(node)}: starting update`);
		if (upgrade.dryRun) cluster.say(' > skipped in dry-run');
		else await setImage(context, cluster, node, 'kube-proxy', targetImage(upgrade, 'kube-proxy'));
	}
}

/** An error says in which step it came up. */
async function step(what: string, done: Promise<void>): Promise<void> {
	try {
		await done;
	} catch (error) {
		throw new ClusterError('upgrade', `${what}: ${messageOf(error)}`, { cause: error });
	}
}
