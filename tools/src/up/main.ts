import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adminTalosconfig, contextOf, encodeTalosconfig } from '@ichor/client';
import { tlsOfContext } from '@ichor/client/api';
import { type Cluster, localPatch, type PatchDefinition, render, role } from '@ichor/cluster';
import { type ClusterDescription, ClusterFolder, createCluster, discoveryPort, isRunning, registryPort } from '@ichor/provision';
import { type Context, RoomError } from '@ichor/std';
import { writeFileAtomically } from '@ichor/std/node';
import { type BroughtNode, bringUp } from './bootstrap-cluster.ts';
import { clusterSecrets } from './cluster-secrets.ts';
import { definedCluster, refuse } from './definition.ts';
import { UpError } from './errors.ts';
import { installHostPrograms } from './host-programs.ts';
import { buildNodeParts, type NodeParts } from './local-machine.ts';
import { ProgressLine } from './progress-line.ts';

/** `npm run up [-- CLUSTER.TS]`: examples/homelab/cluster.ts, or another definition, as container nodes on this machine, up to an etcd whose every node votes. */
const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const cluster = await definedCluster(process.argv.slice(2)).catch(refuse);
const home = ClusterFolder.homeFromEnvironment(process.env);
const folder = new ClusterFolder(home, cluster.name);
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
	const { nodes, cached } = await up();
	line.clear();
	console.log(summary(nodes, (Date.now() - started) / 1000, cached));
} catch (error) {
	line.clear();
	const expected = error instanceof UpError || error instanceof RoomError;
	console.error(expected ? `up: ${error.message}` : error);
	if (await isRunning(home, cluster.name)) console.error('The nodes are kept: run `npm run up` to go on, `npm run down` to remove them.');
	process.exitCode = 1;
}

async function up(): Promise<{ readonly nodes: readonly BroughtNode[]; readonly cached: boolean }> {
	if (process.getuid?.() !== 0) throw new UpError('container nodes need root (namespaces, mounts, cgroups): run it with sudo');
	const installed = await installHostPrograms(context, (text) => line.note(text));
	const parts = await buildNodeParts(context, checkout);
	const cached = parts.cached && installed.length === 0;
	line.note(cached ? 'a later run: everything is in the cache' : 'a first run: parts were built and are in the cache now');

	const description = describe(cluster, parts);
	if (await isRunning(home, cluster.name)) await checkSame(description);
	else await createCluster(context, home, description);

	const secrets = await clusterSecrets(join(folder.path, 'secrets.yaml'));
	const talosconfig = await adminTalosconfig({
		clusterName: cluster.name,
		secrets,
		now: new Date(),
		endpoints: cluster.nodes.filter((node) => node.role === 'controlplane').map(({ address }) => address),
	});
	await writeFileAtomically(join(folder.path, 'talosconfig'), encodeTalosconfig(talosconfig), 0o600);
	const rendered = render(cluster, { secrets, mode: 'container', patches: localPatches(description, parts) });
	const nodes = rendered.map((node) => ({ ...node, console: shown(join(folder.node(node.node.name), 'console.log')) }));
	return { nodes: await bringUp(context, nodes, tlsOfContext(contextOf(talosconfig))), cached };
}

function describe({ name, definition: { network }, nodes }: Cluster, parts: NodeParts): ClusterDescription {
	return {
		name,
		// what Ethernet carries
		network: { cidr: network.lan.cidr, gateway: network.lan.gateway, mtu: 1500 },
		nodes: nodes.map((node) => ({ name: node.name, address: node.address, controlPlane: node.role === 'controlplane' })),
		rootFileSystem: parts.rootFileSystem,
		imageLayouts: [parts.imageLayout],
		runtime: parts.runtime,
	};
}

/** A cluster that runs goes on running: another definition needs another cluster. */
async function checkSame(wanted: ClusterDescription): Promise<void> {
	const running = JSON.parse(await readFile(folder.description, 'utf8')) as ClusterDescription;
	const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
	if (!same(running.nodes, wanted.nodes) || !same(running.network, wanted.network))
		throw new UpError(`"${wanted.name}" runs with other nodes than its definition has: run \`npm run down\` first`);
	if (running.rootFileSystem === wanted.rootFileSystem) return;
	line.note('the nodes run an older root file system: `npm run down` and `npm run up` take the new one');
}

function localPatches({ network: { gateway } }: ClusterDescription, { etcdImage }: NodeParts): readonly PatchDefinition[] {
	const services = { registryMirror: `http://${gateway}:${registryPort}`, discovery: `http://${gateway}:${discoveryPort}`, etcdImage };
	return [
		{ when: role('controlplane'), yaml: localPatch(services, true) },
		{ when: role('worker'), yaml: localPatch(services, false) },
	];
}

function summary(nodes: readonly BroughtNode[], seconds: number, cached: boolean): string {
	const rows = [
		['NAME', 'ROLE', 'ADDRESS', 'VERSION', 'ETCD'],
		...nodes.map(({ name, role, address, version, etcd }) => [name, role, address, version, etcd]),
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
		`${nodes.length} nodes in ${seconds.toFixed(1)} s (${cached ? 'later run' : 'first run'}). Try next:`,
		`  export TALOSCONFIG=${talosconfig}`,
		`  talosctl -n ${node} get members      (any talosctl from 1.12 to 1.14; ichor's own commands for nodes come next)`,
		`  talosctl -n ${node} etcd members`,
		`  talosctl -n ${node} services`,
		'  npm run down                          (removes everything but the cache)',
	].join('\n');
}

/** A path as one would type it here. */
function shown(path: string): string {
	const short = relative('.', path);
	return short.startsWith('..') ? path : short;
}
