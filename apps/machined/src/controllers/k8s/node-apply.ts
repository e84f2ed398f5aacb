import { type KubernetesClient, KubernetesError, type KubernetesObject } from '@ichor/kubernetes';
import {
	KubeletKubeconfig,
	KubernetesSecret,
	kubeletKubeconfigId,
	kubernetesSecretId,
	MachineType,
	machineTypeId,
	NodeAnnotationSpec,
	NodeCordonedSpec,
	NodeLabelSpec,
	Nodename,
	NodeStatus,
	NodeTaintSpec,
	nodenameId,
} from '@ichor/machinery/resources';
import { type Controller, equalData, type Reader, reconciling } from '@ichor/runtime';
import { type Context, pause, withTimeout } from '@ichor/std';
import { clientOf, nodeClient } from './kubernetes-access.ts';
import { applyWanted, type NodeFields, type NodeTaint, type WantedFields } from './owned-fields.ts';

/** Lets the Node object have the labels, annotations and taints of the configuration: as the administrator on control planes, as the node elsewhere. */
export const nodeApplyController: Controller = reconciling({
	name: 'k8s.NodeApplyController',
	inputs: [
		{ ...NodeLabelSpec.kind, kind: 'weak' },
		{ ...NodeAnnotationSpec.kind, kind: 'weak' },
		{ ...NodeTaintSpec.kind, kind: 'weak' },
		{ ...NodeCordonedSpec.kind, kind: 'weak' },
		{ ...Nodename.kind, id: nodenameId, kind: 'weak' },
		{ ...MachineType.kind, id: machineTypeId, kind: 'weak' },
		{ ...KubernetesSecret.kind, id: kubernetesSecretId, kind: 'weak' },
		{ ...KubeletKubeconfig.kind, id: kubeletKubeconfigId, kind: 'weak' },
		// a node that has just registered, or that somebody has changed
		{ ...NodeStatus.kind, kind: 'weak' },
	],
	outputs: [],
	async reconcile(context, runtime) {
		const name = (await runtime.find(Nodename.pointer(nodenameId)))?.spec;
		// before it is there, nothing can be set on it
		if (name === undefined || name.skipNodeRegistration || (await runtime.find(NodeStatus.pointer(name.nodename))) === undefined) return;
		const client = await writer(runtime);
		if (client === undefined) return;
		try {
			await sync(withTimeout(context, syncTime), client, name.nodename, await wantedOf(runtime));
		} finally {
			client.close();
		}
	},
});

/** Milliseconds for all tries (upstream: 10 s). */
const syncTime = 10_000;

/** A node may not say of itself that it is a control plane (NodeRestriction): there the administrator does. */
async function writer(reader: Reader): Promise<KubernetesClient | undefined> {
	const type = (await reader.find(MachineType.pointer(machineTypeId)))?.spec;
	if (type === 'worker') return await nodeClient();
	const kubeconfigs = (await reader.find(KubernetesSecret.pointer(kubernetesSecretId)))?.spec;
	return kubeconfigs === undefined ? undefined : await clientOf(kubeconfigs.localhostAdminKubeconfig);
}

async function wantedOf(reader: Reader): Promise<WantedFields> {
	const pairs = (specs: readonly { readonly spec: { readonly key: string; readonly value: string } }[]) =>
		Object.fromEntries(specs.map(({ spec }) => [spec.key, spec.value]));
	return {
		labels: pairs(await reader.list(NodeLabelSpec.kind)),
		annotations: pairs(await reader.list(NodeAnnotationSpec.kind)),
		taints: (await reader.list(NodeTaintSpec.kind)).map(({ spec }) => spec),
		cordoned: (await reader.list(NodeCordonedSpec.kind)).length > 0,
	};
}

/** Reads, changes and writes until nobody was faster. */
async function sync(context: Context, client: KubernetesClient, name: string, wanted: WantedFields): Promise<void> {
	const path = `/api/v1/nodes/${encodeURIComponent(name)}`;
	for (;;) {
		const node = await client.find<NodeObject>(context, path);
		if (node === undefined) return;
		const current: NodeFields = {
			labels: node.metadata.labels ?? {},
			annotations: node.metadata.annotations ?? {},
			taints: node.spec.taints ?? [],
			unschedulable: node.spec.unschedulable ?? false,
		};
		const { labels, annotations, taints, unschedulable } = applyWanted(current, wanted);
		if (equalData(current, { labels, annotations, taints, unschedulable })) return;
		const changed = {
			...node,
			metadata: { ...node.metadata, labels, annotations },
			spec: { ...node.spec, taints, unschedulable },
		};
		try {
			await client.update(context, path, changed);
			return;
		} catch (error) {
			if (!(error instanceof KubernetesError) || (error.code !== 'conflict' && error.code !== 'forbidden')) throw error;
			await pause(context, conflictPause);
		}
	}
}

const conflictPause = 100;

interface NodeObject extends KubernetesObject {
	readonly spec: { readonly taints?: readonly NodeTaint[]; readonly unschedulable?: boolean };
}
