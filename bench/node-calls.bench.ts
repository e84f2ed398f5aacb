import { create, toBinary } from '@bufbuild/protobuf';
import { GetRequestSchema } from '@ichor/api/cosi';
import type { Figure } from './figure.ts';
import { recordedTalos } from './node/anchors.ts';
import { closedLoop } from './node/closed-loop.ts';
import { GrpcConnection } from './node/grpc-connection.ts';
import { runningCluster } from './node/running-cluster.ts';

/** Callers at once, each on a connection of its own, as where the anchors come from. */
const clients = 20;
const seconds = 10;

const version = { method: '/machine.MachineService/Version', request: new Uint8Array() };
/** A resource that changes all the time on a node that is used. */
const memoryStats = {
	method: '/cosi.resource.State/Get',
	request: toBinary(GetRequestSchema, create(GetRequestSchema, { namespace: 'perf', type: 'MemoryStats.perf.talos.dev', id: 'latest' })),
};

/** Calls per second and latency of the running cluster's API: on the node itself, through another node, and spread by it. */
export async function* bench(): AsyncIterable<Figure> {
	const cluster = await runningCluster();
	const [first, second = first] = cluster.nodes;
	const routes = [
		{ name: 'direct', metadata: {}, anchor: recordedTalos.calls.direct },
		{ name: 'two hops', metadata: { node: second.address }, anchor: recordedTalos.calls.twoHops },
		{ name: 'one-to-many to itself', metadata: { nodes: first.address }, anchor: recordedTalos.calls.oneToMany },
	];
	const connections = await Promise.all(Array.from({ length: clients }, async () => await GrpcConnection.open(cluster, first.address)));
	try {
		const [single] = connections;
		const alone = await closedLoop([async () => await single?.call(version.method, version.request)], seconds);
		const { latency } = recordedTalos;
		yield { name: 'Version, one client, median', unit: 'ms', ours: alone.median, anchor: beside(latency.median), goal: 1 };
		yield {
			name: 'Version, one client, 99th percentile',
			unit: 'ms',
			ours: alone.percentile99,
			anchor: beside(latency.percentile99),
			goal: 1,
		};
		for (const { name, metadata, anchor } of routes) {
			const { callsPerSecond } = await closedLoop(
				connections.map((connection) => async () => await connection.call(version.method, version.request, metadata)),
				seconds,
			);
			yield { name: `Version, ${clients} clients, ${name}`, unit: 'calls/s', ours: callsPerSecond, anchor: beside(anchor), goal: 1 };
		}
		for (const { name, metadata } of routes.slice(0, 2)) {
			const { callsPerSecond } = await closedLoop(
				connections.map((connection) => async () => await connection.call(memoryStats.method, memoryStats.request, metadata)),
				seconds,
			);
			yield { name: `Get of MemoryStats, ${clients} clients, ${name}`, unit: 'calls/s', ours: callsPerSecond, why: 'no figure of Talos' };
		}
	} finally {
		for (const connection of connections) connection.close();
	}
}

function beside(value: number): NonNullable<Figure['anchor']> {
	return { name: recordedTalos.name, value };
}
