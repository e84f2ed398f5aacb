import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { create, toBinary } from '@bufbuild/protobuf';
import { DeleteRangeRequestSchema, PutRequestSchema } from '@ichor/api/etcd';
import { type Figure, median } from './figure.ts';
import { GrpcConnection } from './node/grpc-connection.ts';
import { onHost, type RunningNode, runningCluster } from './node/running-cluster.ts';

/** Mebibytes that etcd is given to keep for this: a value is one, of the one and a half that etcd takes at once. */
const size = 64;
const rounds = 5;

/** A snapshot of etcd through a node's API, and in turns what `etcdctl snapshot save` asks for: the same of etcd itself. */
export async function* bench(): AsyncIterable<Figure> {
	const cluster = await runningCluster();
	const [node] = cluster.nodes;
	const etcd = await GrpcConnection.open({ tls: await etcdAdministrator(node) }, node.address, 2379);
	const api = await GrpcConnection.open(cluster, node.address);
	const rates: Record<'ours' | 'etcd', number[]> = { ours: [], etcd: [] };
	try {
		await fill(etcd);
		for (let round = 0; round < rounds; round += 1) {
			rates.ours.push(await rate(api, '/machine.MachineService/EtcdSnapshot'));
			rates.etcd.push(await rate(etcd, '/etcdserverpb.Maintenance/Snapshot'));
		}
	} finally {
		await empty(etcd);
		etcd.close();
		api.close();
	}
	const anchor = { name: 'etcd itself, asked as etcdctl does', value: median(rates.etcd) };
	yield { name: `snapshot of etcd, more than ${size} MiB`, unit: 'MB/s', ours: median(rates.ours), anchor, goal: 1 };
}

async function rate(connection: GrpcConnection, method: string): Promise<number> {
	const start = performance.now();
	const bytes = await connection.call(method, new Uint8Array());
	return bytes / 1000 / (performance.now() - start);
}

async function fill(etcd: GrpcConnection): Promise<void> {
	for (let index = 0; index < size; index += 1) {
		const put = create(PutRequestSchema, { key: Buffer.from(`${prefix}${index}`), value: randomBytes(2 ** 20) });
		await etcd.call('/etcdserverpb.KV/Put', toBinary(PutRequestSchema, put));
	}
}

async function empty(etcd: GrpcConnection): Promise<void> {
	const range = create(DeleteRangeRequestSchema, { key: Buffer.from(prefix), rangeEnd: Buffer.from(prefix.replace('/', '0')) });
	await etcd.call('/etcdserverpb.KV/DeleteRange', toBinary(DeleteRangeRequestSchema, range));
}

/** What a node's own client of etcd proves itself with. */
async function etcdAdministrator(node: RunningNode): Promise<{ readonly ca: string; readonly cert: string; readonly key: string }> {
	const [ca = '', cert = '', key = ''] = await Promise.all(
		['ca.crt', 'admin.crt', 'admin.key'].map(async (name) => await readFile(onHost(node, `/system/secrets/etcd/${name}`), 'utf8')),
	);
	return { ca, cert, key };
}

const prefix = 'ichor-bench/';
