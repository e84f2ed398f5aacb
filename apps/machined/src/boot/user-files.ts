import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, normalize } from 'node:path';
import { type MachineConfig, rootOf } from '@ichor/machinery/config';
import type { Context } from '@ichor/std';

/**
 * Writes the files that the configuration brings (`machine.files`), in their order. They may be anywhere below /var; the
 * rest of the machine is read-only.
 *
 * @throws Error for a path outside of /var
 */
export async function writeUserFiles(context: Context, config: MachineConfig, root = ''): Promise<void> {
	for (const file of rootOf(config)?.machine?.files ?? []) {
		const path = normalize(file?.path ?? '');
		if (!path.startsWith('/var/')) throw new Error(`create operation not allowed outside of /var: ${JSON.stringify(path)}`);
		const target = `${root}${path}`;
		await mkdir(dirname(target), { recursive: true });
		const mode = file?.permissions ?? 0o644;
		if (file?.op === 'append') await appendFile(target, file.content ?? '', { mode });
		else await writeFile(target, file?.content ?? '', { mode, flag: file?.op === 'create' ? 'w' : 'r+' });
		context.log('info', `wrote ${path}`);
	}
}
