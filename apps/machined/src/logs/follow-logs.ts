import { watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Context } from '@ichor/std';
import { readLog } from './log-file.ts';

/** Takes a line of the log of a service; the next one comes when it is done. */
export type LineTaker = (service: string, line: string) => Promise<void>;

/**
 * Hands on every line of every log of a folder (`SERVICE.log`), from their beginnings, and of logs that come later, until
 * the context ends. Logs go on side by side.
 *
 * @throws what the taker throws, and the system's errors
 */
export async function followLogs({ signal }: Context, folder: string, take: LineTaker): Promise<void> {
	const ended = Promise.withResolvers<void>();
	const followed = new Set<string>();
	const follow = async (name: string): Promise<void> => {
		const lines = createInterface({ input: Readable.from(readLog(join(folder, name), { tailLines: -1, follow: true }, signal)) });
		for await (const line of lines) await take(name.slice(0, -suffix.length), line);
	};
	const look = async (): Promise<void> => {
		for (const name of await readdir(folder)) {
			if (!name.endsWith(suffix) || followed.has(name)) continue;
			followed.add(name);
			follow(name).catch(ended.reject);
		}
	};
	// every line that is written is a change here: only what comes and goes is looked at
	const watcher = watch(folder, (event) => {
		if (event === 'rename') look().catch(ended.reject);
	});
	watcher.on('error', ended.reject);
	const end = (): void => ended.resolve();
	signal.addEventListener('abort', end, { once: true });
	try {
		await look();
		if (!signal.aborted) await ended.promise;
	} finally {
		signal.removeEventListener('abort', end);
		watcher.close();
	}
}

const suffix = '.log';
