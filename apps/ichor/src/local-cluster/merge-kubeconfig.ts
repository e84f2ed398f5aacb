import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Terminal } from '../command/terminal.ts';
import { kubeconfigPlace } from '../kubeconfig-place.ts';
import { makeFolderOf, writeSecretFile } from '../output/secret-file.ts';

/**
 * Adds a cluster's kubeconfig to the one that kubectl reads and makes its context the current one. What is there already
 * stays: a name that is taken by something else is given in another form to what is added.
 *
 * @param file the cluster's own kubeconfig
 */
export async function mergeKubeconfig(file: string, terminal: Pick<Terminal, 'environment' | 'err' | 'out'>): Promise<void> {
	const { decodeKubeconfig, encodeKubeconfig, mergeKubeconfigs } = await import('@ichor/client');
	const place = kubeconfigPlace(terminal);
	terminal.err(`\nmerging kubeconfig into ${JSON.stringify(place)}`);
	const added = await readFile(file);
	if (!existsSync(place)) {
		makeFolderOf(place);
		return writeSecretFile(place, added);
	}
	const { config, renames } = await mergeKubeconfigs(decodeKubeconfig(await readFile(place), place), decodeKubeconfig(added), {
		onConflict: async () => 'rename',
	});
	for (const { part, from, to } of renames) {
		terminal.out(`renamed ${part === 'auth' ? 'auth info' : part} ${JSON.stringify(from)} -> ${JSON.stringify(to)}\n`);
	}
	writeSecretFile(place, encodeKubeconfig(config));
}
