import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contextOf, decodeTalosconfig } from '@ichor/client';
import { type ClusterDescription, ClusterFolder, type NodeStatus, SupervisorClient } from '@ichor/provision';
import { background } from '@ichor/std';

/** The cluster that `npm run up` started in this folder, as its user and its host see it. */
export interface RunningCluster {
	readonly description: ClusterDescription;
	readonly supervisor: SupervisorClient;
	/** The nodes with their processes, control planes first as the definition has them. At least one. */
	readonly nodes: readonly [RunningNode, ...RunningNode[]];
	/** Whom the administrator trusts and who he is, as node:tls takes it. */
	readonly tls: { readonly ca: string; readonly cert: string; readonly key: string };
}

export interface RunningNode {
	readonly name: string;
	readonly address: string;
	/** Of the node's PID 1, as the host sees it. */
	readonly pid: number;
}

/** Where the host sees a file of a node. */
export function onHost({ pid }: RunningNode, path: string): string {
	return `/proc/${pid}/root${path}`;
}

/** @throws Error that says how to start one when no cluster of that name runs here */
export async function runningCluster(name = process.env.ICHOR_CLUSTER ?? 'homelab'): Promise<RunningCluster> {
	const folder = new ClusterFolder(ClusterFolder.homeFromEnvironment(process.env), name);
	const supervisor = new SupervisorClient(folder);
	const statuses = await supervisor.nodes(background).catch((cause: unknown) => {
		throw new Error(`no cluster "${name}" runs here: npm run up`, { cause });
	});
	const [first, ...others] = statuses.map(runningNode);
	if (first === undefined) throw new Error(`the cluster "${name}" has no node`);
	const { ca = '', crt = '', key = '' } = contextOf(decodeTalosconfig(await readFile(join(folder.path, 'talosconfig'), 'utf8')));
	return {
		description: await folder.read(),
		supervisor,
		nodes: [first, ...others],
		tls: { ca: atob(ca), cert: atob(crt), key: atob(key).replaceAll('ED25519 PRIVATE KEY', 'PRIVATE KEY') },
	};
}

function runningNode({ name, address, pid }: NodeStatus): RunningNode {
	if (pid === undefined) throw new Error(`${name} does not run`);
	return { name, address, pid };
}
