import { readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, rest } from '@ichor/std';
import { paths } from '../paths.ts';

/** Empties log files that have grown too large: whoever writes appends, and goes on at the new beginning. */
export async function boundLogs(context: Context): Promise<void> {
	while (!context.signal.aborted) {
		await rest(context, lookEvery);
		for (const name of await readdir(paths.logs)) {
			const path = join(paths.logs, name);
			if ((await stat(path)).size > maxSize) await truncate(path);
		}
	}
}

/** Bytes of a log, which is kept in memory, and milliseconds between two looks. */
const maxSize = 8 * 2 ** 20;
const lookEvery = 30_000;
