import { mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '@ichor/std/node';
import type { Fault } from './fault.ts';
import type { VictimCluster } from './victim-cluster.ts';

/**
 * What a power cut leaves of a file that was not synced: half of it, or its name. The configuration itself is written so
 * that this cannot happen to it; everything else that a node keeps must not stop it from starting.
 */
export const tornState: Fault = {
	name: 'torn-state',
	what: 'files of STATE are cut in half, or empty, when a node starts',
	async run(cluster, random) {
		const rows: string[] = [];
		for (const how of ['half', 'empty'] as const) {
			const { name, address } = random.pick(await cluster.victims());
			await cluster.supervisor.tell(cluster.context, name, 'stop');
			const torn = await tear(cluster, name, how);
			const started = performance.now();
			await cluster.supervisor.tell(cluster.context, name, 'start');
			const { machine } = cluster.started.talos.node(address);
			await cluster.waitFor('the node to answer', 60, async () => await machine.version({}, { timeout: 1000 }).catch(() => undefined));
			await cluster.well();
			rows.push(
				`${torn.length} files ${how} (${torn.join(', ')}): ${name} is well after ${((performance.now() - started) / 1000).toFixed(1)} s`,
			);
		}
		return rows.join('; ');
	},
};

/** @returns the files that were cut: all but the configuration */
async function tear({ started, context }: VictimCluster, node: string, how: 'half' | 'empty'): Promise<readonly string[]> {
	const folder = await mkdtemp(join(tmpdir(), 'ichor-torn-'));
	const run = async (program: string, ...args: readonly string[]): Promise<string> =>
		await runProgram(program, args, { signal: context.signal });
	await run('mount', '-o', 'loop', join(started.folder.node(node), 'state.img'), folder);
	try {
		const torn: string[] = [];
		for (const name of await readdir(folder, { recursive: true })) {
			const path = join(folder, name);
			const { size, isFile } = await stat(path).then((stats) => ({ size: stats.size, isFile: stats.isFile() }));
			if (!isFile || size === 0 || name === 'config.yaml') continue;
			await truncate(path, how === 'half' ? Math.floor(size / 2) : 0);
			torn.push(name);
		}
		// what a write that was cut short leaves beside the file that it was to replace
		await writeFile(join(folder, 'config.yaml.tmp'), 'version: v1alp');
		return torn;
	} finally {
		await run('umount', folder);
		await rm(folder, { recursive: true });
	}
}
