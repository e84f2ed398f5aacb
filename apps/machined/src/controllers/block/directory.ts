import { chmod, lchown, lstat, mkdir, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Whose a directory is, and who may use it. */
export interface DirectorySettings {
	/** Permission bits. */
	readonly mode: number;
	readonly uid: number;
	readonly gid: number;
	/** When the directory is another user's, what is in it becomes this user's too. */
	readonly recursive: boolean;
}

/**
 * Lets a directory be there as wanted; its parent is there already.
 *
 * @throws what the file system throws, `ENOTDIR` when something else is there
 */
export async function makeDirectory(path: string, { mode, uid, gid, recursive }: DirectorySettings): Promise<void> {
	await mkdir(path, { mode }).catch((error: unknown) => {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	});
	const found = await lstat(path);
	if (!found.isDirectory()) throw Object.assign(new Error(`${path} is not a directory`), { code: 'ENOTDIR' });
	if ((found.mode & 0o7777) !== mode) await chmod(path, mode);
	if (found.uid === uid && found.gid === gid) return;
	if (recursive) {
		for (const entry of await readdir(path, { recursive: true, withFileTypes: true }))
			await lchown(join(entry.parentPath, entry.name), uid, gid);
	}
	await lchown(path, uid, gid);
}

/**
 * Lets a link be there.
 *
 * @param force removes what is there instead
 * @throws what the file system throws, `EEXIST` when something else is there
 */
export async function makeLink(path: string, target: string, force: boolean): Promise<void> {
	if ((await readlink(path).catch(() => undefined)) === target) return;
	if (force) await rm(path, { recursive: true, force: true });
	await symlink(target, path);
}
