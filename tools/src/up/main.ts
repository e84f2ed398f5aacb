import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bringClusterUp, type ClusterUp } from '@ichor/cluster/up';
import { ClusterFolder, ContainerMachines, installHostPrograms, isRunning, removeHomeIfEmpty } from '@ichor/provision';
import { buildNodeParts, checkout, supervisorCommand } from '@ichor/provision/checkout';
import type { Context } from '@ichor/std';
import { ProgressLine } from '@ichor/std/node';
import { commandLine } from '../command-line.ts';
import { definedCluster, refuse } from './definition.ts';
import { said, UpError } from './errors.ts';

const usage = `npm run up [-- [CLUSTER.TS] [--no-kubernetes]]
Starts examples/homelab/cluster.ts, or another definition, as container nodes on this machine, up to nodes that run pods.

  --no-kubernetes  stop at an etcd whose every node votes`;

const { values: flags, positionals } = commandLine(usage, { 'no-kubernetes': { type: 'boolean', default: false } });
const cluster = await definedCluster(positionals).catch(refuse);
const home = ClusterFolder.homeFromEnvironment(process.env);
const folder = new ClusterFolder(home, cluster.name);
const down = command('down', ...positionals);
const line = new ProgressLine(process.stderr);
const interrupt = new AbortController();
const context: Context = {
	signal: interrupt.signal,
	progress: line.show,
	log: (level, message) => {
		if (level === 'warn' || level === 'error') line.note(`${level}: ${message}`);
	},
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort(new UpError(`stopped by ${signal}`)));

try {
	const started = Date.now();
	const { cluster: brought, cached } = await up();
	line.clear();
	console.log(summary(brought, (Date.now() - started) / 1000, cached));
} catch (error) {
	line.clear();
	// what was in hand when it was stopped has failed by that
	console.error('up:', said(interrupt.signal.aborted ? interrupt.signal.reason : error));
	await removeHomeIfEmpty(home);
	if (existsSync(folder.path)) {
		const kept = (await isRunning(home, cluster.name)) ? 'The nodes are kept' : 'What was begun is kept';
		console.error(`${kept}: run \`${command('up', ...process.argv.slice(2))}\` to go on, \`${down}\` to remove everything.`);
	}
	process.exitCode = 1;
}

async function up(): Promise<{ readonly cluster: ClusterUp; readonly cached: boolean }> {
	if (process.getuid?.() !== 0) throw new UpError('container nodes need root (namespaces, mounts, cgroups): run it with sudo');
	const installed = await installHostPrograms(context, (text) => line.note(text));
	const parts = await buildNodeParts(context, checkout, { kubernetes: flags['no-kubernetes'] ? undefined : cluster.kubernetes });
	if (parts.withoutKubernetes !== undefined) line.note(missingKubernetes(parts.withoutKubernetes));
	const cached = parts.cached && installed.length === 0;
	line.note(cached ? 'a later run: everything is in the cache' : 'a first run: parts were built and are in the cache now');
	const machines = new ContainerMachines(home, cluster.name, parts, supervisorCommand);
	return { cluster: await bringClusterUp(context, cluster, machines), cached };
}

function summary({ nodes, kubernetes }: ClusterUp, seconds: number, cached: boolean): string {
	const rows = [
		['NAME', 'ROLE', 'ADDRESS', 'VERSION', 'ETCD', ...(kubernetes === undefined ? [] : ['KUBERNETES', 'STATUS'])],
		...nodes.map(({ name, role, address, version, etcd }) => {
			const node = kubernetes?.get(name);
			return [name, role, address, version, etcd, ...(node === undefined ? [] : [node.version, node.status])];
		}),
	];
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
	const table = rows.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('   ')
			.trimEnd(),
	);
	const talosconfig = shown(join(folder.path, 'talosconfig'));
	const node = nodes[0]?.address ?? '';
	return [
		...table,
		'',
		`${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'} in ${seconds.toFixed(1)} s (${cached ? 'later run' : 'first run'}). Try next:`,
		`  export TALOSCONFIG=${talosconfig}`,
		`  npx ichor -n ${node} get members         (talosctl does the same: any from 1.12 to 1.14)`,
		`  npx ichor -n ${node} services`,
		`  npx ichor -n ${node} logs etcd --tail 5`,
		`  npx ichor -n ${node} etcd members`,
		...(kubernetes === undefined
			? []
			: [`  ${shown(folder.kubectl)} --kubeconfig ${shown(join(folder.path, 'kubeconfig'))} get pods -A -o wide`]),
		`  ${down.padEnd(37)} (removes everything but the cache)`,
	].join('\n');
}

function missingKubernetes(reason: string): string {
	return [
		'the nodes come up without Kubernetes, because its images cannot be made here:',
		`  ${reason.split('\n').join('\n  ')}`,
		'`ichor image build-kubernetes` makes them when that is mended; `npm run up` then takes them.',
	].join('\n');
}

/** What to type for a program of the checkout. */
function command(program: string, ...args: readonly string[]): string {
	return [`npm run ${program}`, ...(args.length === 0 ? [] : ['--']), ...args].join(' ');
}

/** A path as one would type it here. */
function shown(path: string): string {
	const short = relative('.', path);
	return short.startsWith('..') ? path : short;
}
