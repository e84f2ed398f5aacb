import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: to a neighbour first, synced, then renamed over the old one, the folder synced.
 * A reader, or a crash at any moment, sees the old content or the new one.
 *
 * @param mode permission bits of the file, 0o600 unless told otherwise
 */
export async function writeFileAtomically(path: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
	const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`);
	try {
		const file = await open(temporary, 'wx', mode);
		try {
			await file.writeFile(content);
			await file.chmod(mode);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(temporary, path);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
	const folder = await open(dirname(path), 'r');
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}
