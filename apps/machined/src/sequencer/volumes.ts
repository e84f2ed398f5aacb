import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unmountBelow } from '@ichor/linux/mount';
import type { Context } from '@ichor/std';
import { paths } from '../paths.ts';

/** The volumes of a container node that a reset may name, and where they are mounted. */
export const volumeFolders: Readonly<Record<string, string>> = { STATE: paths.state, EPHEMERAL: '/var' };

/** Empties a volume; it stays mounted, as the container's creator wants it. */
export async function wipeVolume(context: Context, label: string): Promise<void> {
	const folder = volumeFolders[label];
	if (folder === undefined) throw new Error(`there is no volume ${label}`);
	context.log('info', `wiping the volume ${label}`);
	// what pods had mounted in it outlives them: nobody unmounts it once the kubelet has stopped
	unmountBelow(folder);
	for (const name of await readdir(folder))
		if (name !== 'lost+found') await rm(join(folder, name), { recursive: true, force: true, ...patience });
}

/** What still ends may write once more: ten tries, 100 ms after the first, 200 ms after the second, and so on (fs.rm of Node). */
const patience = { maxRetries: 10, retryDelay: 100 } as const;
