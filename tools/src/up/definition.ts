import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Cluster } from '@ichor/cluster';
import { RoomError } from '@ichor/std';
import { said, UpError } from './errors.ts';

/**
 * The cluster of the cluster.ts that the command line names; without one, the example's.
 *
 * @throws ClusterError for a definition that no cluster can be made of, UpError for a file that is not there or defines none
 */
export async function definedCluster([path = example]: readonly string[]): Promise<Cluster> {
	if (!existsSync(path)) throw new UpError(`there is no ${path}: name a cluster.ts, or none for the example's`);
	const { default: cluster } = await load(path);
	if (cluster?.definition === undefined) throw new UpError(`${path} defines no cluster: write "export default cluster(...)"`);
	return cluster;
}

/** What is wrong with the program that a definition is, is told with its line there; the stack below it is ours, not the user's. */
async function load(path: string): Promise<{ readonly default?: Cluster }> {
	const { href } = pathToFileURL(resolve(path));
	try {
		return (await import(href)) as { readonly default?: Cluster };
	} catch (error) {
		if (error instanceof RoomError || !(error instanceof Error)) throw error;
		const place = error.stack?.split(href)[1]?.match(/^:\d+(:\d+)?/)?.[0] ?? error.stack?.match(/:\d+(?=\n)/)?.[0] ?? '';
		throw new UpError(`${path}${place}: ${error.name}: ${error.message.replace(/ imported from .*/, '')}`, { cause: error });
	}
}

/** Ends the program with what is wrong with the definition; nothing has been started yet. */
export function refuse(error: unknown): never {
	console.error(said(error));
	process.exit(1);
}

const example = fileURLToPath(new URL('../../../examples/homelab/cluster.ts', import.meta.url));
