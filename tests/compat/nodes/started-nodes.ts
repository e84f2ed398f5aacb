import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from '@ichor/std/node';
import cluster from './cluster.ts';

/** The nodes that the commands are run against. */
export interface StartedNodes {
	/** The content of the file. */
	readonly talosconfig: string;
	/** By name. */
	readonly addresses: ReadonlyMap<string, string>;
	remove(): Promise<void>;
}

/** Starts them the way a user does, without Kubernetes, in a home of their own. Nothing is left of nodes that do not start. */
export async function startNodes(signal: AbortSignal): Promise<StartedNodes> {
	const home = await mkdtemp(join(tmpdir(), 'ichor-compat-cluster-'));
	const run = async (program: string, ...more: readonly string[]): Promise<void> => {
		await runProgram(process.execPath, [join(tools, program), definition, ...more], { env: { ICHOR_HOME: home }, signal });
	};
	const remove = async (): Promise<void> => {
		await run('down.ts');
		await rm(home, { recursive: true, force: true });
	};
	try {
		await run('main.ts', '--no-kubernetes');
		const talosconfig = await readFile(join(home, cluster.name, 'talosconfig'), 'utf8');
		return { talosconfig, addresses: new Map(cluster.nodes.map(({ name, address }) => [name, address])), remove };
	} catch (error) {
		await remove();
		throw error;
	}
}

const tools = fileURLToPath(new URL('../../../tools/src/up', import.meta.url));
const definition = fileURLToPath(new URL('cluster.ts', import.meta.url));
