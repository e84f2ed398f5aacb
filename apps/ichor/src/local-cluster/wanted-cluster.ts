import type { Cluster, PatchDefinition } from '@ichor/cluster';
import type { FlagValues } from '../command/flag.ts';
import { readInputFile } from '../input-file.ts';
import type { clusterFlags, createFlags } from './flags.ts';

type WantedCluster = FlagValues<typeof clusterFlags & typeof createFlags>;

/**
 * The cluster that the flags describe: nodes named and numbered as upstream does, from the second address of the network
 * on, control planes first.
 *
 * @throws ClusterError for one that cannot be
 */
export async function wantedCluster(flags: WantedCluster): Promise<Cluster> {
	const { cluster, role, subnet } = await import('@ichor/cluster');
	const lan = subnet(flags.subnet === '' ? flags.cidr : flags.subnet);
	const nodes = (kind: string, count: number, from: number) =>
		Array.from({ length: count }, (_, index) => ({ name: `${flags.name}-${kind}-${index + 1}`, address: lan.host(from + index) }));
	return cluster(flags.name, {
		talos: flags.talosVersion.replace(/^v/, ''),
		kubernetes: flags.kubernetesVersion.replace(/^v/, ''),
		network: { lan },
		controlPlanes: nodes('controlplane', flags.controlPlanes, firstNode),
		workers: nodes('worker', flags.workers, firstNode + flags.controlPlanes),
		patches: [
			...(await patchesOf(flags.patches)),
			...(await patchesOf(flags.controlPlanePatches, role('controlplane'))),
			...(await patchesOf(flags.workerPatches, role('worker'))),
		],
	});
}

/** The first host of the network is its gateway. */
const firstNode = 2;

async function patchesOf(args: readonly string[], when?: PatchDefinition['when']): Promise<readonly PatchDefinition[]> {
	const { readPatchArgument } = await import('@ichor/machinery/config');
	return args.map((argument) => {
		const { text } = readPatchArgument(argument, readInputFile);
		const yaml = typeof text === 'string' ? text : new TextDecoder('utf-8', { fatal: true }).decode(text);
		return { yaml, ...(when === undefined ? {} : { when }) };
	});
}
