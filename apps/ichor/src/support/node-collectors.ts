import { ContainerDriver } from '@ichor/api/common';
import type { ContainerInfo } from '@ichor/api/machine';
import type { TalosServices } from '@ichor/client/api';
import { fetchJournal, journalFile } from '../history/journal-source.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import { bytesOf } from '../nodes/streams.ts';
import { humanSize } from '../output/go-number.ts';
import { mountCells, mountHeadings } from '../output/mount-cells.ts';
import { processCommand } from '../output/process-command.ts';
import { serviceDescription } from '../output/service-description.ts';
import { table } from '../output/table.ts';
import { resourceGraph } from '../resource/dependency-graph.ts';
import { resourceKinds } from '../resource/resource-kind.ts';
import { UnimplementedError } from '../unimplemented.ts';
import { versionSummary } from '../version/version-text.ts';
import type { Collector } from './collector.ts';
import { resourcesText } from './resources-text.ts';

/**
 * What is collected of a node, under upstream's names.
 *
 * @throws RpcError when the node does not say what it has
 */
export async function nodeCollectors(session: NodeSession, node: string): Promise<readonly Collector[]> {
	const services = session.client.node(node);
	const { machine } = services;
	const [kinds, pods, daemons] = await Promise.all([
		resourceKinds(services),
		machine.containers({ namespace: 'k8s.io', driver: ContainerDriver.CRI }),
		machine.serviceList({}),
	]);
	const ids = daemons.messages.flatMap((message) => message.services.map(({ id }) => id));
	const system = (id: string) => async () =>
		await joined(machine.logs({ namespace: 'system', driver: ContainerDriver.CONTAINERD, id, tailLines: -1 }));
	const one: NodeSession = { ...session, client: { ...session.client, ...services }, nodes: [node] };
	const files: Readonly<Record<string, Collector['collect']>> = {
		'dmesg.log': async () => await joined(machine.dmesg({})),
		'controller-runtime.log': system('controller-runtime'),
		'dns-resolve-cache.log': system('dns-resolve-cache'),
		'dependencies.dot': async () => {
			const { messages } = await services.inspect.controllerRuntimeDependencies({});
			return String(
				await resourceGraph(
					one,
					messages.flatMap(({ edges }) => edges),
				),
			);
		},
		mounts: async () => {
			const { messages } = await machine.mounts({});
			return table([mountHeadings, ...messages.flatMap(({ stats }) => stats.map(mountCells).filter((cells) => cells !== undefined))]);
		},
		devices: async () => await joined(machine.read({ path: '/proc/bus/pci/devices' })),
		io: async () => await diskTable(machine),
		processes: async () => await processTable(machine),
		[journalFile]: async () => await journalOf(services),
		summary: async () => versionSummary((await machine.version({})).messages),
		...Object.fromEntries(kinds.map((kind) => [`resources/${kind.id}.yaml`, async () => await resourcesText(services, kind)])),
		...Object.fromEntries(
			systemPods(pods.messages.flatMap(({ containers }) => containers)).map(({ id, name, pid }) => [
				`kubernetes-logs/kube-system/${name}${pid === 0 ? '-exited' : ''}.log`,
				async () => await joined(machine.logs({ namespace: 'k8s.io', driver: ContainerDriver.CRI, id, tailLines: -1 })),
			]),
		),
		...Object.fromEntries(
			ids.flatMap((id) => [
				[`service-logs/${id}.log`, system(id)],
				[`service-logs/${id}.state`, async () => await serviceState(machine, id)],
			]),
		),
	};
	return Object.entries(files).map(([path, collect]) => ({ source: node, path: `${node}/${path}`, collect }));
}

/** What the node was; undefined of one that does not keep it. */
async function journalOf(services: TalosServices): Promise<Uint8Array | undefined> {
	try {
		return await fetchJournal(services);
	} catch (error) {
		if (error instanceof UnimplementedError) return undefined;
		throw error;
	}
}

type Machine = NodeSession['client']['machine'];

/** Containers, but for those that only hold a pod's namespaces. */
function systemPods(containers: readonly ContainerInfo[]): readonly ContainerInfo[] {
	return containers.filter(({ podId, status }) => podId.startsWith('kube-system/') && status !== 'SANDBOX_READY');
}

async function diskTable(machine: Machine): Promise<string> {
	const { messages } = await machine.diskStats({});
	const rows = messages.flatMap(({ devices }) =>
		devices.map(({ name, ioTimeMs, ioTimeWeightedMs, writeSectors, readSectors }) => [
			name,
			...[ioTimeMs, ioTimeWeightedMs, writeSectors, readSectors].map(String),
		]),
	);
	return table([['NAME', 'IO_TIME', 'IO_TIME_WEIGHTED', 'DISK_WRITE_SECTORS', 'DISK_READ_SECTORS'], ...rows]);
}

async function processTable(machine: Machine): Promise<string> {
	const { messages } = await machine.processes({});
	const rows = messages.flatMap(({ processes }) =>
		processes.map((process) => [
			String(process.pid).padStart(6),
			process.state,
			String(process.threads).padStart(4),
			process.cpuTime.toFixed(2).padStart(8),
			humanSize(process.virtualMemory).padStart(7),
			humanSize(process.residentMemory).padStart(7),
			processCommand(process),
		]),
	);
	return table([['PID', 'STATE', 'THREADS', 'CPU-TIME', 'VIRTMEM', 'RESMEM', 'COMMAND'], ...rows]);
}

async function serviceState(machine: Machine, wanted: string): Promise<string> {
	const { messages } = await machine.serviceList({});
	const found = messages.flatMap(({ services }) => services.filter(({ id }) => id === wanted));
	const now = new Date();
	return table(found.flatMap((info) => serviceDescription(info, now)));
}

async function joined(stream: Parameters<typeof bytesOf>[0]): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	for await (const bytes of bytesOf(stream)) chunks.push(bytes);
	return Buffer.concat(chunks);
}
