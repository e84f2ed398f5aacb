import { open, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { create, toBinary } from '@bufbuild/protobuf';
import { CopyRequestSchema, LogsRequestSchema, ReadRequestSchema } from '@ichor/api/machine';
import type { Figure } from './figure.ts';
import { recordedTalos } from './node/anchors.ts';
import { GrpcConnection } from './node/grpc-connection.ts';
import { descendants, programOf, pssOf } from './node/process-memory.ts';
import { onHost, type RunningCluster, type RunningNode, runningCluster } from './node/running-cluster.ts';

/** Of the file, in MB, as where the anchors come from. */
const megabytes = 400;
const path = '/var/bench-read';
/** What looks like a service's log, in MB as large as machined lets one grow; it is read as often as the file is larger. */
const log = { id: 'bench-read', path: '/system/run/log/bench-read.log', megabytes: 8 };
/** Milliseconds. */
const stallTime = 5000;

/** Reading and copying a large file of a node, and reading a log, directly and through another node. */
export async function* bench(): AsyncIterable<Figure> {
	const cluster = await runningCluster();
	const [first, second = first] = cluster.nodes;
	await writeFile(second, path, megabytes);
	await writeFile(second, log.path, log.megabytes);
	try {
		const read = toBinary(ReadRequestSchema, create(ReadRequestSchema, { path }));
		const copy = toBinary(CopyRequestSchema, create(CopyRequestSchema, { rootPath: path }));
		const logs = toBinary(LogsRequestSchema, create(LogsRequestSchema, { namespace: 'system', id: log.id, tailLines: -1 }));
		const measures = [
			{ name: 'read', method: '/machine.MachineService/Read', request: read, anchor: recordedTalos.read, calls: 1, least: megabytes },
			{ name: 'copy', method: '/machine.MachineService/Copy', request: copy, anchor: recordedTalos.copy, calls: 1, least: 1 },
			// nobody has measured them: upstream sends a log as it sends a file
			{
				name: 'logs',
				method: '/machine.MachineService/Logs',
				request: logs,
				anchor: recordedTalos.read,
				calls: megabytes / log.megabytes,
				least: log.megabytes,
			},
		];
		for (const { name, method, request, anchor, calls, least } of measures) {
			for (const hops of [1, 2] as const) {
				const connection = await GrpcConnection.open(cluster, hops === 1 ? second.address : first.address);
				const start = performance.now();
				for (let call = 0; call < calls; call += 1) {
					const bytes = await connection.call(method, request, hops === 1 ? {} : { node: second.address });
					if (bytes < least * 1e6) throw new Error(`${name} ended after ${bytes} bytes`);
				}
				const seconds = (performance.now() - start) / 1000;
				connection.close();
				yield {
					name: `${name} of ${megabytes} MB, ${hops === 1 ? 'one hop' : 'two hops'}`,
					unit: 'MB/s',
					ours: megabytes / seconds,
					anchor: { name: recordedTalos.name, value: hops === 1 ? anchor.oneHop : anchor.twoHops },
					goal: 4,
				};
			}
		}
		yield await slowReader(cluster, second, toBinary(ReadRequestSchema, create(ReadRequestSchema, { path })));
	} finally {
		for (const written of [path, log.path]) await rm(onHost(second, written), { force: true });
	}
}

/** What the node's daemons need more while somebody has asked for the file and takes nothing of it. */
async function slowReader(cluster: RunningCluster, node: RunningNode, request: Uint8Array): Promise<Figure> {
	const memory = async (): Promise<number> => {
		const own = (await descendants(node.pid)).map(async (pid) => ((await programOf(pid)) === '/usr/bin/node' ? await pssOf(pid) : 0));
		return (await Promise.all(own)).reduce((sum, pss) => sum + pss, 0) / 2 ** 20;
	};
	const connection = await GrpcConnection.open(cluster, node.address);
	const before = await memory();
	const release = connection.stall('/machine.MachineService/Read', request);
	let most = before;
	for (const end = performance.now() + stallTime; performance.now() < end; await pause(250)) most = Math.max(most, await memory());
	release();
	connection.close();
	return {
		name: `memory for a reader that reads nothing, ${stallTime / 1000} s`,
		unit: 'MiB',
		ours: most - before,
		why: `of ${megabytes} MB`,
	};
}

/** Half of it noise and half of it text, so that compression has something to do and something to gain. */
async function writeFile(node: RunningNode, to: string, size: number): Promise<void> {
	const block = Buffer.alloc(1_000_000);
	for (let at = 0; at < block.length / 2; at += 4) block.writeUInt32LE(Math.floor(Math.random() * 2 ** 32), at);
	block.fill('what a log may say, again and again\n', block.length / 2);
	const file = await open(onHost(node, to), 'w');
	for (let written = 0; written < size; written += 1) await file.write(block);
	await file.close();
}
