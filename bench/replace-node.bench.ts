import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ApplyConfigurationRequest_Mode } from '@ichor/api/machine';
import { contextOf, decodeTalosconfig } from '@ichor/client';
import { openTalosClient, type TalosClient, tlsOfContext } from '@ichor/client/api';
import { KubernetesOfCluster } from '@ichor/cluster/health';
import type { KubernetesClient, KubernetesObject } from '@ichor/kubernetes';
import { activeConfigId, MachineConfig } from '@ichor/machinery/resources';
import { ClusterFolder, type SupervisorClient } from '@ichor/provision';
import { background, type Context, waitFor, withTimeout } from '@ichor/std';
import type { Figure } from './figure.ts';
import { type RunningNode, runningCluster } from './node/running-cluster.ts';

/**
 * The last node of the running cluster loses its power and its disks, and another takes its place under the same name: from
 * the loss to a Ready node of Kubernetes. Whoever replaces it has its configuration, and does nothing but wait in between.
 */
export async function* bench(): AsyncIterable<Figure> {
	const { description, supervisor, nodes } = await runningCluster();
	const [lost, other] = [nodes.at(-1), nodes[0]];
	if (lost === undefined || lost === other) throw new Error('a node can be replaced where there is another: start a cluster of three');
	const folder = new ClusterFolder(ClusterFolder.homeFromEnvironment(process.env), description.name);
	const tls = tlsOfContext(contextOf(decodeTalosconfig(await readFile(join(folder.path, 'talosconfig'), 'utf8'))));
	const talos = await openTalosClient({ endpoints: [other.address], tls });
	const reached = new KubernetesOfCluster(async () => await readFile(join(folder.path, 'kubeconfig')), '');
	const context = withTimeout(background, 600_000);
	try {
		const kubernetes = await reached.client(context);
		const configuration = await configurationOf(context, talos, lost);
		const start = performance.now();
		await destroy(context, supervisor, folder, lost);
		await forget(context, talos, kubernetes, lost);
		const destroyed = performance.now();
		await supervisor.tell(context, lost.name, 'start');
		await configure(context, lost, configuration);
		const configured = performance.now();
		await ready(context, kubernetes, lost);
		const end = performance.now();
		const seconds = (from: number, to: number) => (to - from) / 1000;
		const why = 'no figure of Talos was recorded';
		yield { name: 'destroyed and forgotten', unit: 's', ours: seconds(start, destroyed), why };
		yield { name: 'started, and its configuration taken', unit: 's', ours: seconds(destroyed, configured), why };
		yield { name: 'configured to Ready', unit: 's', ours: seconds(configured, end), why };
		// the seeds say about five minutes
		yield { name: 'a node replaced', unit: 's', ours: seconds(start, end), anchor: { name: 'the goal of issue 5', value: 60 }, goal: 1 };
	} finally {
		talos.close();
		reached.close();
	}
}

async function configurationOf({ signal }: Context, talos: TalosClient, { address }: RunningNode): Promise<Uint8Array> {
	const { resource } = await talos.node(address).state.get(MachineConfig.pointer(activeConfigId), { signal });
	return new TextEncoder().encode(MachineConfig.codec.decode(resource?.spec?.protoSpec ?? new Uint8Array()));
}

async function destroy(context: Context, supervisor: SupervisorClient, folder: ClusterFolder, { name }: RunningNode): Promise<void> {
	await supervisor.tell(context, name, 'crash');
	await supervisor.tell(context, name, 'stop');
	await rm(folder.node(name), { recursive: true });
}

/** What the rest of the cluster still knows of it: a vote of etcd that would be missed, and a node that is not there. */
async function forget(context: Context, talos: TalosClient, kubernetes: KubernetesClient, { name }: RunningNode): Promise<void> {
	await waitFor(context, async () => {
		// etcd may be choosing another leader
		const { messages } = await talos.machine.etcdMemberList({}, { signal: context.signal }).catch(() => ({ messages: [] }));
		const member = messages[0]?.members.find(({ hostname }) => hostname === name);
		if (messages.length === 0) return undefined;
		if (member === undefined) return true;
		await talos.machine.etcdRemoveMemberByID({ memberId: member.id }, { signal: context.signal }).catch(() => undefined);
		return undefined;
	});
	await waitFor(
		context,
		async () =>
			await kubernetes.delete(context, `/api/v1/nodes/${name}`).then(
				() => true,
				() => undefined,
			),
	);
}

/** As soon as it answers in maintenance. */
async function configure(context: Context, { address }: RunningNode, data: Uint8Array): Promise<void> {
	await waitFor(context, async () => {
		const node = await openTalosClient({ endpoints: [address], insecure: true });
		try {
			await node.machine.applyConfiguration({ data, mode: ApplyConfigurationRequest_Mode.AUTO }, { signal: AbortSignal.timeout(10_000) });
			return true;
		} catch {
			context.signal.throwIfAborted();
			return undefined;
		} finally {
			node.close();
		}
	});
}

async function ready(context: Context, kubernetes: KubernetesClient, { name }: RunningNode): Promise<void> {
	await waitFor(context, async () => {
		const node = await kubernetes.find<NodeObject>(context, `/api/v1/nodes/${name}`).catch(() => undefined);
		return node?.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true ? true : undefined;
	});
}

interface NodeObject extends KubernetesObject {
	readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}
