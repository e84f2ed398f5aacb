import { existsSync } from 'node:fs';
import { ClusterFolder, destroyCluster, removeHomeIfEmpty } from '@ichor/provision';
import type { Context } from '@ichor/std';
import { ProgressLine } from '@ichor/std/node';
import { commandLine } from '../command-line.ts';
import { definedCluster, refuse } from './definition.ts';
import { said, UpError } from './errors.ts';

const usage = `npm run down [-- CLUSTER.TS]
Removes what npm run up made, whole or half, but for the cache.`;

const { positionals } = commandLine(usage, {});
const cluster = await definedCluster(positionals).catch(refuse);
const home = ClusterFolder.homeFromEnvironment(process.env);
const folder = new ClusterFolder(home, cluster.name);
const line = new ProgressLine(process.stderr);
const interrupt = new AbortController();
const context: Context = { signal: interrupt.signal, progress: line.show, log: (_level, message) => line.note(message) };
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort(new UpError(`stopped by ${signal}`)));

try {
	if (!existsSync(folder.path)) {
		console.log(`"${cluster.name}" is not up: there is nothing to remove`);
	} else {
		if (process.getuid?.() !== 0) throw new UpError('its processes, mounts and networks are root’s: run it with sudo');
		await destroyCluster(context, home, cluster.name);
		await removeHomeIfEmpty(home);
		line.clear();
		console.log(`"${cluster.name}" is down: nothing of it is left but the cache of built parts`);
	}
} catch (error) {
	line.clear();
	console.error('down:', said(error));
	console.error('Run it again: it goes on where it stopped.');
	process.exitCode = 1;
}
