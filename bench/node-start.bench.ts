import { background, waitFor, withTimeout } from '@ichor/std';
import { type Figure, median } from './figure.ts';
import { recordedTalos } from './node/anchors.ts';
import { GrpcConnection } from './node/grpc-connection.ts';
import { runningCluster } from './node/running-cluster.ts';

const rounds = 5;
/** Seconds that a node has to answer. */
const deadline = 60;

/** The start of a node that has its configuration: from the start of its container to the first answer of its API. */
export async function* bench(): AsyncIterable<Figure> {
	const cluster = await runningCluster();
	const node = cluster.nodes.at(-1) ?? cluster.nodes[0];
	const times: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		await cluster.supervisor.tell(background, node.name, 'stop');
		const start = performance.now();
		await cluster.supervisor.tell(background, node.name, 'start');
		await waitFor(
			withTimeout(background, deadline * 1000),
			async () => {
				const connection = await GrpcConnection.open(cluster, node.address).catch(() => undefined);
				const answered = await connection?.call('/machine.MachineService/Version', new Uint8Array()).catch(() => undefined);
				connection?.close();
				return answered;
			},
			20,
		);
		times.push((performance.now() - start) / 1000);
	}
	yield {
		name: 'container start to API answering',
		unit: 's',
		ours: median(times),
		anchor: { name: recordedTalos.name, value: recordedTalos.startToApi },
		goal: 1,
	};
}
