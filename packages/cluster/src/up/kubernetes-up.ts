import type { Kubeconfig } from '@ichor/client';
import { type NodeToBring, patiently } from '@ichor/client/bring-up';
import { type Condition, isReady, KubernetesClient, type KubernetesObject, readyCondition } from '@ichor/kubernetes';
import { documentsOf, loadConfig, rootOf } from '@ichor/machinery/config';
import { type Context, messageOf } from '@ichor/std';
import { accessOf } from '../kubeconfig-access.ts';

/** A node as Kubernetes has it. */
export interface KubernetesNode {
	/** "Ready", "NotReady", and what more there is to say, as kubectl prints it. */
	readonly status: string;
	/** Of its kubelet. */
	readonly version: string;
}

/**
 * Waits until the Kubernetes API answers, every node is registered, and each runs pods. Nodes of a definition that
 * brings a network of its own cannot run pods yet: there, being registered is enough.
 *
 * @throws ClientError `not-ready` that names what is missing
 */
export async function kubernetesUp(
	context: Context,
	kubeconfig: Kubeconfig,
	nodes: readonly NodeToBring[],
): Promise<ReadonlyMap<string, KubernetesNode>> {
	const client = new KubernetesClient(accessOf(kubeconfig));
	const console = nodes[0]?.console ?? '';
	const withNetwork = nodes.every(({ config }) => hasNetwork(config));
	try {
		await patiently(context, apiDeadline, 'the Kubernetes API', console, async () => {
			return await answered(context, async () => {
				await client.get(context, '/api/v1/namespaces/kube-system');
				return { done: true };
			});
		});
		const what = withNetwork ? `${nodes.length} nodes of Kubernetes to be Ready` : `${nodes.length} nodes of Kubernetes`;
		return await patiently(context, readyDeadline, what, console, async () => {
			return await answered(context, async () => {
				const { items } = await client.list<NodeObject>(context, '/api/v1/nodes');
				const known = new Map(items.map((item) => [item.metadata.name, item]));
				const lacking = nodes.flatMap(({ node: { name } }) => lackOf(name, known.get(name), withNetwork));
				return lacking.length > 0
					? { lacks: lacking.join(', ') }
					: { done: new Map(items.map((item) => [item.metadata.name, nodeOf(item)])) };
			});
		});
	} finally {
		client.close();
	}
}

/** Milliseconds: three control planes pull their images at once, on a machine with two cores. */
const apiDeadline = 300_000;
const readyDeadline = 600_000;

type Answer<T> = { readonly done: T } | { readonly lacks: string };

/** An API server that does not answer is one more thing that is not there yet. */
async function answered<T>({ signal }: Context, ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
	try {
		return await ask();
	} catch (error) {
		signal.throwIfAborted();
		return { lacks: messageOf(error) };
	}
}

interface NodeObject extends KubernetesObject {
	readonly spec: { readonly unschedulable?: boolean };
	readonly status?: {
		readonly conditions?: readonly Condition[];
		readonly nodeInfo?: { readonly kubeletVersion?: string };
	};
}

function lackOf(name: string, node: NodeObject | undefined, withNetwork: boolean): readonly string[] {
	if (node === undefined) return [`${name} has not registered`];
	if (!withNetwork || isReady(node)) return [];
	const message = readyCondition(node)?.message;
	return [`${name} is not Ready${message ? ` (${message})` : ''}`];
}

function nodeOf(node: NodeObject): KubernetesNode {
	const ready = isReady(node) ? 'Ready' : 'NotReady';
	const version = node.status?.nodeInfo?.kubeletVersion ?? '';
	return { status: node.spec.unschedulable ? `${ready},SchedulingDisabled` : ready, version };
}

function hasNetwork(config: string): boolean {
	const loaded = loadConfig(config);
	const cni = rootOf(loaded)?.cluster?.network?.cni;
	return documentsOf(loaded, 'KubeFlannelCNIConfig').length > 0 || cni?.name !== 'none';
}
