import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Cluster } from '@ichor/cluster';
import homelab from '../../../examples/homelab/cluster.ts';

/** The cluster of the cluster.ts that the command line names; without one, the example's. */
export async function definedCluster([path]: readonly string[]): Promise<Cluster> {
	if (path === undefined) return homelab;
	const { default: cluster } = (await import(pathToFileURL(resolve(path)).href)) as { default: Cluster };
	return cluster;
}
