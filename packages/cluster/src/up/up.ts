import { join } from 'node:path';
import { adminKubeconfig, adminTalosconfig, contextOf, encodeKubeconfig, encodeTalosconfig, type Talosconfig } from '@ichor/client';
import { tlsOfContext } from '@ichor/client/api';
import { type BroughtNode, bringUp } from '@ichor/client/bring-up';
import type { Context } from '@ichor/std';
import { writeFileAtomically } from '@ichor/std/node';
import type { Cluster, ClusterNode } from '../cluster.ts';
import { ClusterError } from '../errors.ts';
import { type LocalServices, localPatch } from '../local-patch.ts';
import { role } from '../nodes.ts';
import { render } from '../render.ts';
import { clusterSecrets } from './cluster-secrets.ts';
import { type KubernetesNode, kubernetesUp } from './kubernetes-up.ts';

/** Where a local cluster's machines come from: packages/provision has containers, and whoever calls hands them over. */
export interface LocalMachines {
	/** The cluster's own files are kept in it. It must be there, for its owner only, once the machines have been started. */
	readonly folder: string;
	/** Starts those that do not run; each then waits for a configuration or has one. */
	start(context: Context, wanted: WantedMachines): Promise<LocalServices>;
	/** The file that a machine's console is written to. */
	console(node: string): string;
	/** Whether the images of Kubernetes are where the machines find them. */
	readonly kubernetes: boolean;
}

/** What of a cluster its machines depend on. */
export interface WantedMachines {
	readonly name: string;
	/** The URL of its Kubernetes API. */
	readonly endpoint: string;
	readonly network: { readonly cidr: string; readonly gateway: string };
	readonly nodes: readonly ClusterNode[];
}

export interface ClusterUp {
	readonly nodes: readonly BroughtNode[];
	/** By name; undefined when Kubernetes was not waited for. */
	readonly kubernetes?: ReadonlyMap<string, KubernetesNode>;
	/** With every control plane as an endpoint; `talosconfig` in the machines' folder has the same. */
	readonly talosconfig: Talosconfig;
}

/**
 * A local cluster from nothing, or from wherever an earlier run stopped, to nodes that run pods, or to an etcd whose every
 * control plane votes where there is no Kubernetes, or nobody waits for it. Its secrets, its talosconfig and its kubeconfig
 * are in the machines' folder.
 *
 * @throws ClusterError for a configuration that a node would refuse, ClientError for a node that does not come up, and
 * what the machines throw
 */
export async function bringClusterUp(
	context: Context,
	cluster: Cluster,
	machines: LocalMachines,
	{ wait = true }: { readonly wait?: boolean } = {},
): Promise<ClusterUp> {
	const { cidr, gateway } = cluster.definition.network.lan;
	const { name, endpoint, nodes: wanted } = cluster;
	const services = await machines.start(context, { name, endpoint, network: { cidr, gateway }, nodes: wanted });
	const secrets = await clusterSecrets(join(machines.folder, 'secrets.yaml'));
	const talosconfig = await adminTalosconfig({
		clusterName: cluster.name,
		secrets,
		now: new Date(),
		endpoints: cluster.nodes.filter((node) => node.role === 'controlplane').map(({ address }) => address),
	});
	await writeFileAtomically(join(machines.folder, 'talosconfig'), encodeTalosconfig(talosconfig), 0o600);
	const patches = [
		{ when: role('controlplane'), yaml: localPatch(services, { contract: cluster.contract, controlPlane: true }) },
		{ when: role('worker'), yaml: localPatch(services, { contract: cluster.contract, controlPlane: false }) },
	];
	const rendered = render(cluster, { secrets, mode: 'container', patches });
	for (const { node, warnings } of rendered) for (const warning of warnings) context.log('warn', `${node.name}: ${warning}`);
	const nodes = rendered.map((node) => ({ ...node, console: machines.console(node.node.name) }));
	const brought = await bringUp(context, nodes, tlsOfContext(contextOf(talosconfig)));
	if (!machines.kubernetes) return { nodes: brought, talosconfig };
	const authority = secrets.certs?.k8s;
	if (authority === undefined) throw new ClusterError('invalid', 'the secrets of the cluster have no authority for Kubernetes');
	const kubeconfig = await adminKubeconfig({ clusterName: name, endpoint, authority, now: new Date() });
	await writeFileAtomically(join(machines.folder, 'kubeconfig'), encodeKubeconfig(kubeconfig), 0o600);
	if (!wait) return { nodes: brought, talosconfig };
	return { nodes: brought, kubernetes: await kubernetesUp(context, kubeconfig, nodes), talosconfig };
}
