import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Cluster } from '@ichor/cluster';
import { UpError } from './errors.ts';

/**
 * The cluster of the cluster.ts that the command line names; without one, the example's.
 *
 * @throws ClusterError for a definition that no cluster can be made of, UpError for a file that defines none
 */
export async function definedCluster([path = example]: readonly string[]): Promise<Cluster> {
	const { default: cluster } = (await import(pathToFileURL(resolve(path)).href)) as { readonly default?: Cluster };
	if (cluster?.definition === undefined) throw new UpError(`${path} defines no cluster: write "export default cluster(...)"`);
	return cluster;
}

const example = fileURLToPath(new URL('../../../examples/homelab/cluster.ts', import.meta.url));
