import { allNodes, type CheckedCluster, type ClusterCheck, skipped } from '@ichor/client/health';
import { isReady, type KubernetesClient } from '@ichor/kubernetes';
import { BootstrapManifestsConfig, bootstrapManifestsConfigId, StaticPodStatus } from '@ichor/machinery/resources';
import { defaults } from '@ichor/machinery/versions';
import type { Context } from '@ichor/std';
import { type DaemonSetObject, type DeploymentObject, isLate, type NodeObject, namesOf, type PodObject } from './kubernetes-objects.ts';
import { nodeMismatch } from './same-nodes.ts';

/**
 * What is so in a healthy cluster once its machines are well, in upstream's order and words.
 *
 * @param connect the client of the Kubernetes API, the same one each time; it fails until there is one
 */
export function kubernetesChecks(connect: (context: Context) => Promise<KubernetesClient>): readonly ClusterCheck[] {
	const list = async <T>(context: Context, path: string): Promise<readonly T[]> =>
		(await (await connect(context)).list<T>(context, path)).items;
	const nodes = async (context: Context) => await list<NodeObject>(context, '/api/v1/nodes');
	const pods = async (context: Context, label: string) =>
		await list<PodObject>(context, `/api/v1/namespaces/kube-system/pods?labelSelector=${encodeURIComponent(label)}`);

	return [
		// the first one has the time to fetch a kubeconfig too
		check('all k8s nodes to report', async (context, cluster) => nodeMismatch(allNodes(cluster), await nodes(context)), 30_000),
		check('all control plane static pods to be running', missingStaticPods),
		check('all control plane components to be ready', async (context, { controlPlanes }) => {
			const known = (await nodes(context)).filter(({ metadata }) => metadata.labels?.[defaults.controlPlaneLabel] !== undefined);
			const mismatch = nodeMismatch(controlPlanes, known);
			if (mismatch !== undefined) return mismatch;
			for (const component of components) {
				const found = await pods(context, `k8s-app = ${component}`);
				if (found.length !== known.length) return `expected number of pods for ${component} to be ${known.length}, got ${found.length}`;
				const late = found.filter(isLate);
				if (late.length > 0) return `some pods are not ready for ${component}: ${namesOf(late)}`;
			}
			return undefined;
		}),
		check('all k8s nodes to report ready', async (context, cluster) => {
			if (await withoutNetwork(context, cluster)) return skipped;
			const late = (await nodes(context)).filter(isLate);
			return late.length === 0 ? undefined : `some nodes are not ready: ${namesOf(late)}`;
		}),
		check('kube-proxy to report ready', async (context) => {
			const [set] = await list<DaemonSetObject>(context, `/apis/apps/v1/namespaces/kube-system/daemonsets?labelSelector=${proxyLabel}`);
			if (set === undefined) return skipped;
			return lateReplicas(await pods(context, proxyLabel), set.status?.desiredNumberScheduled ?? 0, proxyLabel);
		}),
		check('coredns to report ready', async (context, cluster) => {
			if (await withoutNetwork(context, cluster)) return skipped;
			const path = `/apis/apps/v1/namespaces/kube-system/deployments?labelSelector=${dnsLabel}`;
			const [deployment] = await list<DeploymentObject>(context, path);
			if (deployment === undefined) return skipped;
			return lateReplicas(await pods(context, dnsLabel), deployment.spec?.replicas ?? 0, dnsLabel);
		}),
		check('all k8s nodes to report schedulable', async (context) => {
			const closed = (await nodes(context)).filter(({ spec }) => spec?.unschedulable === true);
			return closed.length === 0 ? undefined : `some nodes are not schedulable: ${namesOf(closed)}`;
		}),
	];
}

const components = ['kube-apiserver', 'kube-scheduler', 'kube-controller-manager'];
const proxyLabel = 'k8s-app=kube-proxy';
const dnsLabel = 'k8s-app=kube-dns';

/** @param interval milliseconds; upstream's unless told otherwise */
function check(what: string, look: ClusterCheck['look'], interval = 5000): ClusterCheck {
	return { what, interval, look };
}

/** The static pods are asked of the machines themselves: they run before the API server does. */
async function missingStaticPods({ signal }: Context, { client, controlPlanes }: CheckedCluster): Promise<string | undefined> {
	for (const { address } of controlPlanes) {
		const ids: string[] = [];
		for await (const { resource } of client.node(address).state.list(StaticPodStatus.kind, { signal }))
			ids.push(resource?.metadata?.id ?? '');
		const missing = components.map((name) => `kube-system/${name}`).filter((name) => !ids.some((id) => id.startsWith(name)));
		if (missing.length > 0) return `missing static pods on node ${address}: [${missing.toSorted().join(' ')}]`;
	}
	return undefined;
}

/** Whether the cluster's network is somebody else's: without one no node gets ready, and that is no fault. */
async function withoutNetwork({ signal }: Context, { client }: CheckedCluster): Promise<boolean> {
	const { resource } = await client.state.get(BootstrapManifestsConfig.pointer(bootstrapManifestsConfigId), { signal });
	return BootstrapManifestsConfig.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array()).cniName === 'none';
}

/** What is wrong with the pods of a workload, without those that are through or going away. */
function lateReplicas(pods: readonly PodObject[], replicas: number, label: string): string | undefined {
	const place = `namespace "kube-system" and label selector ${JSON.stringify(label)}`;
	if (pods.length === 0) return `no pods found for ${place}`;
	const present = pods.filter(({ metadata, status }) => {
		const ended = (status?.containerStatuses ?? []).every(({ state }) => state?.terminated !== undefined);
		return metadata.deletionTimestamp === undefined && status?.phase !== 'Failed' && !ended;
	});
	const late = present.filter((pod) => !isReady(pod));
	const ready = present.length - late.length;
	if (ready === 0) return `no ready pods found for ${place}`;
	if (late.length > 0) return `some pods are not ready: ${namesOf(late)}`;
	return ready === replicas ? undefined : `expected ${replicas} ready pods, got ${ready}`;
}
