import { readFileSync } from 'node:fs';
import { libc } from '../libc/libc.ts';
import { parseMounts } from '../procfs/mounts.ts';

/**
 * Takes off every mount below a folder, the youngest first; the folder itself stays what it is. A mount that is in use
 * goes from sight at once and ends with its last user (umount2(2), MNT_DETACH). In the mount namespace of the calling
 * thread. Throws LinuxError.
 */
export function unmountBelow(folder: string): void {
	const mounts = parseMounts(readFileSync('/proc/self/mounts', 'utf8')).filter(({ target }) => target.startsWith(`${folder}/`));
	for (const { target } of mounts.toReversed()) libc.detach(target);
}
