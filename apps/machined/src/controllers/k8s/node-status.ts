import { type Condition, isReady, type KubernetesObject, readyCondition, watchObjects } from '@ichor/kubernetes';
import {
	KubeletKubeconfig,
	kubeletKubeconfigId,
	Nodename,
	NodeStatus,
	type NodeStatusSpec,
	nodenameId,
	notReadyReason,
} from '@ichor/machinery/resources';
import { type Controller, withMetadata, withSpec } from '@ichor/runtime';
import { nodeClient } from './kubernetes-access.ts';
import { Watching } from './watching.ts';

/** What Kubernetes says of the node of this machine. */
export const nodeStatusController: Controller = {
	name: 'k8s.NodeStatusController',
	inputs: [
		{ ...Nodename.kind, id: nodenameId, kind: 'weak' },
		{ ...KubeletKubeconfig.kind, id: kubeletKubeconfigId, kind: 'weak' },
	],
	outputs: [{ type: NodeStatus.type, kind: 'exclusive' }],
	async run(context, runtime) {
		let node: NodeObject | undefined;
		const watching = new Watching(context, runtime);
		try {
			while (await runtime.nextReconcile()) {
				const name = (await runtime.find(Nodename.pointer(nodenameId)))?.spec;
				const kubeconfig = (await runtime.find(KubeletKubeconfig.pointer(kubeletKubeconfigId)))?.spec;
				const watched = name === undefined || name.skipNodeRegistration || kubeconfig === undefined ? undefined : name.nodename;
				if (watched === undefined) node = undefined;
				await watching.follow(watched === undefined ? undefined : `${watched} ${kubeconfig?.hash}`, nodeClient, async (one, client) => {
					const path = `/api/v1/nodes?fieldSelector=metadata.name%3D${encodeURIComponent(watched ?? '')}`;
					await watchObjects<NodeObject>(one, client, path, (nodes) => {
						node = nodes.get(`/${watched}`);
						runtime.queueReconcile();
					});
				});
				runtime.startTrackingOutputs();
				if (node !== undefined) {
					const spec = statusOf(node);
					const annotations = reasonOf(node);
					await runtime.modify(NodeStatus.resource(spec.nodename, spec), (current) =>
						withMetadata(withSpec(current, spec), { annotations }),
					);
				}
				await runtime.cleanupOutputs(NodeStatus.kind);
			}
		} finally {
			watching.end();
		}
	},
};

interface NodeObject extends KubernetesObject {
	readonly spec: { readonly unschedulable?: boolean; readonly podCIDRs?: readonly string[] };
	readonly status?: { readonly conditions?: readonly Condition[] };
}

function statusOf(node: NodeObject): NodeStatusSpec {
	const { metadata, spec } = node;
	return {
		nodename: metadata.name,
		nodeReady: isReady(node),
		unschedulable: spec.unschedulable ?? false,
		labels: metadata.labels ?? {},
		annotations: metadata.annotations ?? {},
		podCIDRs: spec.podCIDRs ?? [],
	};
}

/** What the kubelet says of a node that is not ready, or that Kubernetes has not heard of it. */
function reasonOf(node: NodeObject): Readonly<Record<string, string>> {
	const message = readyCondition(node)?.message;
	return isReady(node) || !message ? {} : { [notReadyReason]: message };
}
