import { type Condition, isReady, type KubernetesObject } from '@ichor/kubernetes';
import { APIServerConfig, ControllerManagerConfig, SchedulerConfig } from '@ichor/machinery/resources';
import type { ResourceType } from '@ichor/runtime';
import { type Context, waitFor, withTimeout } from '@ichor/std';
import { ClusterError } from '../errors.ts';
import { imageTag } from './image-tag.ts';
import { setImage } from './node-configuration.ts';
import { nodeResource } from './node-resource.ts';
import { type ControlPlaneComponent, type KubernetesUpgrade, targetImage, type UpgradedCluster, type UpgradedNodes } from './options.ts';
import { whileAway } from './while-away.ts';

/** Upgrades one component of the control plane, one node after another: the next one waits until this one's pod is ready. */
export async function upgradeComponent(
	context: Context,
	cluster: UpgradedCluster,
	upgrade: KubernetesUpgrade,
	component: ControlPlaneComponent,
	{ controlPlanes }: UpgradedNodes,
): Promise<void> {
	const { say } = cluster;
	say(`updating ${JSON.stringify(component)} to version ${JSON.stringify(upgrade.path.to)}`);
	for (const node of controlPlanes) {
		const quoted = JSON.stringify(node);
		say(` > ${quoted}: starting update`);
		const image = targetImage(upgrade, component);
		const current = (await configOf(context, cluster, node, component)).image;
		if (current !== image) {
			say(` > update ${component}: ${imageTag(current) || upgrade.path.from} -> ${upgrade.path.to}`);
			if (upgrade.dryRun) say(' > skipped in dry-run');
			else await setImage(context, cluster, node, component, image);
		}
		if (upgrade.dryRun) continue;
		say(` > ${quoted}: machine configuration patched`);
		say(` > ${quoted}: waiting for ${component} pod update`);
		await podReady(withTimeout(context, podDeadline), cluster, node, component, image);
		say(` < ${quoted}: successfully updated`);
	}
}

/** Milliseconds for a pod to be replaced and ready (upstream: checkPodStatus). */
const podDeadline = 300_000;

const configs: Readonly<Record<ControlPlaneComponent, ResourceType<{ readonly image: string }>>> = {
	'kube-apiserver': APIServerConfig,
	'kube-controller-manager': ControllerManagerConfig,
	'kube-scheduler': SchedulerConfig,
};

async function configOf(context: Context, { client }: UpgradedCluster, node: string, component: ControlPlaneComponent) {
	const config = await nodeResource(context, client.node(node), configs[component], component);
	if (config === undefined) throw new ClusterError('upgrade', `the node ${node} runs no ${component}`);
	return { image: config.spec.image, version: config.version };
}

async function podReady(
	context: Context,
	cluster: UpgradedCluster,
	node: string,
	component: ControlPlaneComponent,
	image: string,
): Promise<void> {
	const waiting = new Set<string>();
	const wait = (what: string): undefined => {
		// the API server goes away itself in between: each reason is told once
		if (!waiting.has(what)) cluster.say(` > ${JSON.stringify(node)}: ${component}: ${what}`);
		waiting.add(what);
		return undefined;
	};
	await waitFor(
		context,
		async () =>
			await whileAway(context, async () => {
				const config = await configOf(context, cluster, node, component);
				if (config.image !== image) return undefined;
				const client = await cluster.kubernetes(context);
				const path = `/api/v1/namespaces/kube-system/pods?labelSelector=${encodeURIComponent(`k8s-app=${component}`)}`;
				const { items } = await client.list<Pod>(context, path);
				const pod = items.find(({ status }) => status?.hostIP === node);
				if (pod === undefined) return undefined;
				const version = pod.metadata.annotations?.[versionAnnotation] ?? '';
				if (version !== config.version)
					return wait(`waiting, config version mismatch: got ${JSON.stringify(version)}, expected ${JSON.stringify(config.version)}`);
				return isReady(pod) ? true : wait('pod is not ready, waiting');
			}),
		podPause,
	);
}

interface Pod extends KubernetesObject {
	readonly status?: {
		readonly hostIP?: string;
		readonly conditions?: readonly Condition[];
	};
}

/** Which version of the resource a static pod was made of (pkg/machinery/constants, AnnotationStaticPodConfigVersion). */
const versionAnnotation = 'talos.dev/config-version';
const podPause = 1000;
