import { existsSync } from 'node:fs';
import type { Talosconfig } from '@ichor/client/talosconfig';
import { messageOf, withTimeout } from '@ichor/std';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import type { Terminal } from '../command/terminal.ts';
import { clusterText } from '../local-cluster/cluster-text.ts';
import { withProgress } from '../local-cluster/context.ts';
import { clusterFlags, createFlags, homeOf, unimplementedCreateFlags } from '../local-cluster/flags.ts';
import { mergeKubeconfig } from '../local-cluster/merge-kubeconfig.ts';
import { nodeSource } from '../local-cluster/node-source.ts';
import { wantedCluster } from '../local-cluster/wanted-cluster.ts';
import { UnimplementedError } from '../unimplemented.ts';

/** `cluster create container`, for upstream `docker`: a cluster of container nodes on this host, up to nodes that run pods. */
export const clusterCreateContainer = defineCommand({
	long: `Creates a cluster of container nodes on a bridge of this host, gives every node its configuration, bootstraps etcd, waits until
every node runs pods, and adds the cluster to the talosconfig and to the kubeconfig. Needs root.`,
	examples: [
		'ichor cluster create container --name lab --controlplanes 3 --workers 0',
		'ichor cluster create docker --workers 2 --config-patch-workers @worker.patch.yaml',
	],
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clusterFlags,
	flags: { ...createFlags, ...unimplementedCreateFlags },
	async run({ flags, terminal }) {
		for (const [key, { name }] of Object.entries(unimplementedCreateFlags)) {
			if (flags[key as keyof typeof unimplementedCreateFlags] !== '')
				throw new UnimplementedError(`--${name} is not in this version of ichor, for nodes that are containers`);
		}
		const { ClusterFolder, ContainerMachines, isRunning } = await import('@ichor/provision');
		const cluster = await wantedCluster(flags);
		const home = homeOf(flags, terminal);
		const folder = new ClusterFolder(home, cluster.name);
		const removal = `ichor cluster destroy --name ${cluster.name}${flags.state === '' ? '' : ` --state ${flags.state}`}`;
		if (await isRunning(home, cluster.name)) throw new Error(`the cluster "${cluster.name}" is running: remove it with \`${removal}\``);
		try {
			const talosconfig = await withProgress(terminal, async (context) => {
				const { bringClusterUp } = await import('@ichor/cluster/up');
				const { parts, supervisor } = await nodeSource(context, flags.noKubernetes ? undefined : cluster.kubernetes, (text) =>
					terminal.err(text),
				);
				const machines = new ContainerMachines(home, cluster.name, parts, supervisor);
				const { parseDuration } = await import('@ichor/machinery/duration');
				const bounded = withTimeout(context, Number(parseDuration(flags.waitTimeout) / 1_000_000n));
				const up = await bringClusterUp(bounded, cluster, machines, { wait: flags.wait });
				return up.talosconfig;
			});
			await addContext(talosconfig, flags.talosconfigDestination, terminal);
			if (existsSync(folder.kubeconfig) && !flags.skipKubeconfig) await mergeKubeconfig(folder.kubeconfig, terminal);
		} catch (error) {
			if (!(await isRunning(home, cluster.name))) throw error;
			throw new Error(`${messageOf(error)}\nthe nodes are kept for a look at them: \`${removal}\` removes them`, { cause: error });
		}
		terminal.out(clusterText(await folder.read(), folder.bridge));
	},
});

async function addContext(talosconfig: Talosconfig, destination: string, terminal: Terminal): Promise<void> {
	const { mergeTalosconfigs, openTalosconfig, saveTalosconfig } = await import('@ichor/client/talosconfig');
	const { config: into, place } = openTalosconfig(destination, terminal.environment);
	const { config, renames } = mergeTalosconfigs(into, talosconfig);
	for (const { from, to } of renames) terminal.err(`renamed talosconfig context ${JSON.stringify(from)} -> ${JSON.stringify(to)}`);
	saveTalosconfig(config, place);
}
