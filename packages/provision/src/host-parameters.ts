import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The parameters of the kernel that are the host's own and can be set, by their path below `root`, as the kernel prints them.
 *
 * @param root the part of /proc/sys that is read
 */
export async function readHostParameters(root = '/proc/sys'): Promise<ReadonlyMap<string, string>> {
	const values = new Map<string, string>();
	for await (const path of settableBelow(root)) {
		const value = await valueOf(path);
		if (value !== undefined) values.set(path.slice(root.length + 1), value);
	}
	return values;
}

async function* settableBelow(folder: string): AsyncGenerator<string> {
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (notKept.test(path)) continue;
		if (entry.isDirectory()) yield* settableBelow(path);
		else if (((await stat(path)).mode & readAndWrite) === readAndWrite) yield path;
	}
}

/** Undefined for what says nothing at the moment. */
async function valueOf(path: string): Promise<string | undefined> {
	try {
		return (await readFile(path, 'utf8')).trimEnd();
	} catch {
		return undefined;
	}
}

/** For its owner, as open(2) has it. */
const readAndWrite = 0o600;

/**
 * What a network, IPC or UTS namespace has of its own (namespaces(7)), another file system that mounts itself when it is
 * looked at (binfmt_misc), and what the kernel counts by itself.
 */
const notKept = new RegExp(
	`^/proc/sys/(${[
		'net',
		'fs/mqueue',
		'fs/binfmt_misc',
		'kernel/(hostname|domainname|auto_msgmni|sem|(msg|shm)[a-z_]+)',
		'kernel/(ns_last_pid|tainted|hung_task_warnings|perf_event_max_sample_rate)',
	].join('|')})$`,
);
