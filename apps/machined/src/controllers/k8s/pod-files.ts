import { chmod, chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '@ichor/std/node';

/** The files of a pod: readable for its user, and for nobody else. */
export async function writePodFiles(folder: string, user: number, files: Readonly<Record<string, string>>): Promise<void> {
	await mkdir(folder, { recursive: true, mode: 0o755 });
	// the umask of who started us has no say in what the pod can reach
	await chmod(folder, 0o755);
	for (const [name, content] of Object.entries(files)) {
		const path = join(folder, name);
		await writeFileAtomically(path, content, 0o400);
		await chown(path, user, user);
	}
}
