import { spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { glob, mkdir, readFile, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { background, type Context, messageOf, waitFor, withTimeout } from '@ichor/std';
import type { ClusterDescription, NodeStatus } from './cluster.ts';
import { ClusterFolder } from './cluster-folder.ts';
import { shutdownGrace } from './constants.ts';
import { ProvisionError } from './errors.ts';
import { HostParameterRecord } from './host-parameter-record.ts';
import { BridgeNetwork } from './network.ts';
import { SupervisorClient } from './supervisor-client.ts';

/**
 * Creates a cluster's network and supervisor and returns once every node's PID 1 runs. What a crash left of an earlier
 * cluster of that name is removed first.
 *
 * @param supervisor the command line of the process that the cluster will be, to which home and name are added
 * @throws ProvisionError `exists` when its supervisor runs, `refused` when this host cannot have it
 */
export async function createCluster(
	context: Context,
	home: string,
	description: ClusterDescription,
	supervisor: readonly string[],
): Promise<readonly NodeStatus[]> {
	if (process.getuid?.() !== 0) throw new ProvisionError('refused', 'container nodes need root: network namespaces, mounts and cgroups');
	const folder = new ClusterFolder(home, description.name);
	for (const { name } of description.nodes) {
		if (!hostname.test(name))
			throw new ProvisionError(
				'refused',
				`"${name}" cannot be a node's name: use lower-case letters, digits and inner hyphens, at most 63`,
			);
	}
	if ((await supervisorOf(folder)) !== undefined) throw new ProvisionError('exists', `the cluster "${description.name}" is running`);
	if (existsSync(folder.path)) await destroyCluster(context, home, description.name);
	await folder.write(description);
	try {
		return await start(context, home, folder, description, supervisor);
	} catch (error) {
		// what was asked for did not come to be: nothing of it stays, whatever stopped it
		const said = await lastWords(folder);
		await destroyCluster(background, home, description.name);
		if (context.signal.aborted || (error instanceof ProvisionError && error.code === 'refused')) throw error;
		throw new ProvisionError('failed', `the cluster "${description.name}" did not start: ${messageOf(error)}${said}`, { cause: error });
	}
}

/** A label of RFC 1123 in lower case: it becomes a hostname, a folder and a network namespace. */
const hostname = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether a cluster of that name has a supervisor that lives. */
export async function isRunning(home: string, name: string): Promise<boolean> {
	return (await supervisorOf(new ClusterFolder(home, name))) !== undefined;
}

async function start(
	context: Context,
	home: string,
	folder: ClusterFolder,
	description: ClusterDescription,
	supervisor: readonly string[],
): Promise<readonly NodeStatus[]> {
	// first of all: as long as the record names this cluster, whatever its nodes set can be put back
	await new HostParameterRecord().hold(context, folder.path);
	context.progress(`creating the network ${description.network.cidr}`);
	await new BridgeNetwork(folder, description.network).create(context);
	context.progress('starting the supervisor');
	await startSupervisor(context, home, folder, supervisor);
	const client = new SupervisorClient(folder);
	return await waitFor(withTimeout(context, startDeadline), async () => {
		const nodes = await client.nodes(context);
		const waiting = nodes.filter(({ state, pid }) => state !== 'running' || pid === undefined).map(({ name }) => name);
		if (waiting.length === 0) return nodes;
		context.progress(`waiting for the nodes to start: ${waiting.join(', ')}`);
		return undefined;
	});
}

/** The end of the supervisor's log, for an error. */
async function lastWords(folder: ClusterFolder): Promise<string> {
	if (!existsSync(folder.supervisorLog)) return '';
	const lines = (await readFile(folder.supervisorLog, 'utf8')).trimEnd().split('\n');
	return `\nthe supervisor's last words:\n${lines.slice(-lastLines).join('\n')}`;
}

/** Lines of the supervisor's log that an error carries: a stack of Node fits. */
const lastLines = 12;

/**
 * Ends a cluster and removes everything of it: processes, mounts, namespaces, links, cgroups, files, and what its nodes set
 * of the host's parameters. Works on what is there, so that a half-made or half-removed one goes as well.
 */
export async function destroyCluster(context: Context, home: string, name: string): Promise<void> {
	const folder = new ClusterFolder(home, name);
	if (!existsSync(folder.path)) throw new ProvisionError('absent', `there is no cluster "${name}" in ${home}`);
	context.progress('stopping the nodes');
	await endSupervisor(context, folder);
	await killLeftovers(context, folder);
	if (existsSync(folder.description)) await new BridgeNetwork(folder, (await folder.read()).network).destroy(context);
	await removeCgroups(folder);
	await new HostParameterRecord().release(context, folder.path);
	await rm(folder.supervisorSocket, { force: true });
	await rm(folder.path, { recursive: true, force: true });
}

/** Removes the folder of clusters when the last of them is gone; one that is gone itself is fine. */
export async function removeHomeIfEmpty(home: string): Promise<void> {
	try {
		await rmdir(home);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code !== 'ENOTEMPTY' && code !== 'ENOENT') throw error;
	}
}

async function startSupervisor(context: Context, home: string, folder: ClusterFolder, supervisor: readonly string[]): Promise<void> {
	await mkdir(folder.path, { recursive: true });
	const log = openSync(folder.supervisorLog, 'a', 0o600);
	const args = ['--mount', '--propagation', 'slave', ...supervisor, home, folder.name];
	spawn('unshare', args, { stdio: ['ignore', log, log], detached: true }).unref();
	await waitFor(withTimeout(context, startDeadline), () => (existsSync(folder.supervisorPid) ? true : undefined));
}

async function supervisorOf(folder: ClusterFolder): Promise<number | undefined> {
	if (!existsSync(folder.supervisorPid)) return undefined;
	const pid = Number(await readFile(folder.supervisorPid, 'utf8'));
	return (await readIfThere(`/proc/${pid}/cmdline`)).includes(folder.name) ? pid : undefined;
}

async function endSupervisor(context: Context, folder: ClusterFolder): Promise<void> {
	const pid = await supervisorOf(folder);
	if (pid === undefined) return;
	kill(pid, 'SIGQUIT');
	try {
		await waitFor(withTimeout(context, 2 * shutdownGrace), () => (isAlive(pid) ? undefined : true));
	} catch (error) {
		kill(pid, 'SIGKILL');
		context.signal.throwIfAborted();
		context.log('warn', 'the supervisor had to be killed', { pid, error });
	}
}

/** Processes of the cluster's cgroups: what lives on when a supervisor was killed. */
async function killLeftovers(context: Context, folder: ClusterFolder): Promise<void> {
	await waitFor(withTimeout(context, shutdownGrace), async () => {
		const pids = new Set<number>();
		for await (const file of glob(`/sys/fs/cgroup/**/${folder.cgroupParent}/**/cgroup.procs`)) {
			for (const line of (await readIfThere(file)).split('\n')) if (line !== '') pids.add(Number(line));
		}
		for (const pid of pids) kill(pid, 'SIGKILL');
		return pids.size === 0 ? true : undefined;
	});
}

async function removeCgroups(folder: ClusterFolder): Promise<void> {
	const folders: string[] = [];
	for await (const path of glob(`/sys/fs/cgroup/**/${folder.cgroupParent}{,/**}/cgroup.procs`)) folders.push(join(path, '..'));
	for (const path of folders.toSorted((a, b) => b.length - a.length)) await rmdir(path);
}

/** What a file of the kernel says; nothing when its process or group ends meanwhile. */
async function readIfThere(path: string): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch (error) {
		if (!gone.has((error as NodeJS.ErrnoException).code)) throw error;
		return '';
	}
}

/** A process that has ended needs no signal. */
function kill(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(pid, signal);
	} catch (error) {
		if (!gone.has((error as NodeJS.ErrnoException).code)) throw error;
	}
}

/** How the kernel says that what was there a moment ago is not. */
const gone: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ENODEV', 'ESRCH']);

function isAlive(pid: number): boolean {
	return existsSync(`/proc/${pid}`);
}

/** Longest time, in milliseconds, for the supervisor and each node's PID 1 to be there. */
const startDeadline = 30_000;
