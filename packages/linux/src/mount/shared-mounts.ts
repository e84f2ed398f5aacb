import { libc } from '../libc/libc.ts';

/**
 * Lets what is mounted below these folders from now on be seen by every mount namespace that has them, and the other
 * way round (mount_namespaces(7), MS_SHARED): containers mount volumes for each other. A folder that is no mount is
 * passed over. Throws LinuxError.
 */
export function shareMounts(folders: readonly string[]): void {
	for (const folder of folders) libc.mount('none', folder, recursive | shared);
}

/** MS_REC, MS_SHARED of mount(2). */
const recursive = 0x4000;
const shared = 0x10_0000;
