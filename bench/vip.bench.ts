import { openTalosClient, type TalosClient } from '@ichor/client/api';
import { background, waitFor, withTimeout } from '@ichor/std';
import type { Figure } from './figure.ts';
import { type AddressOwner, hardwareAddressOf, watchAddressOwner } from './node/address-owner.ts';
import { recordedTalos } from './node/anchors.ts';
import { type RunningCluster, type RunningNode, runningCluster } from './node/running-cluster.ts';

/** Of each kind. */
const trials = Number(process.env.ICHOR_VIP_TRIALS ?? 20);
/** Milliseconds for a cluster to be whole again, and for an address to be somebody else's. */
const wholeTime = 120_000;
const failOverTime = 60_000;

interface Trial {
	readonly how: 'crash' | 'graceful';
	/** Whether the holder led etcd too, which then has to elect as well. */
	readonly ledEtcd: boolean;
	/** From the last answer of the one to the first of the next. */
	readonly seconds: number;
}

/**
 * How long nobody has the shared address when its holder loses power (SIGKILL to PID 1), and when it reboots in order. All
 * the while somebody on the bridge asks for it: more than one owner at a time fails the bench.
 */
export async function* bench(): AsyncIterable<Figure> {
	const cluster = await runningCluster();
	const tls = { trust: [cluster.tls.ca], identity: { certificate: cluster.tls.cert, key: cluster.tls.key } };
	const client = await openTalosClient({ endpoints: cluster.nodes.map(({ address }) => address), tls });
	const owner = watchAddressOwner(cluster, new URL(cluster.description.endpoint).hostname);
	const done: Trial[] = [];
	try {
		for (const how of ['crash', 'graceful'] as const)
			for (let round = 0; round < trials; round += 1) done.push(await trial(how, cluster, client, owner));
	} finally {
		owner.close();
		client.close();
	}
	if (owner.conflicts > 0) throw new Error(`two machines had the address at once, ${owner.conflicts} times`);
	for (const how of ['crash', 'graceful'] as const)
		for (const ledEtcd of [true, false]) {
			const times = done.filter((one) => one.how === how && one.ledEtcd === ledEtcd).map(({ seconds }) => seconds);
			for (const share of times.length === 0 ? [] : [0.5, 0.99]) yield figure(how, ledEtcd, times, share);
		}
}

async function trial(how: Trial['how'], cluster: RunningCluster, client: TalosClient, owner: AddressOwner): Promise<Trial> {
	const leader = await wholeCluster(cluster, client);
	const holder = await waitFor(withTimeout(background, failOverTime), async () => await holderOf(cluster, owner), 100);
	const before = owner.current;
	if (how === 'crash') await cluster.supervisor.tell(background, holder.name, 'crash');
	else await client.node(holder.address).machine.reboot({}, { timeout: 10_000 });
	await waitFor(withTimeout(background, failOverTime), () => (owner.current === before ? undefined : true), 5);
	return { how, ledEtcd: leader === holder.name, seconds: owner.gap / 1000 };
}

/** Waits until every member of etcd answers and agrees; returns the name of the leader's node. */
async function wholeCluster({ nodes }: RunningCluster, client: TalosClient): Promise<string> {
	return await waitFor(
		withTimeout(background, wholeTime),
		async () => {
			const statuses = await Promise.all(
				nodes.map(async ({ name, address }) => {
					const answer = await client
						.node(address)
						.machine.etcdStatus({}, { timeout: 2000 })
						.catch(() => undefined);
					const status = answer?.messages[0]?.memberStatus;
					return { name, id: status?.memberId, leader: status?.leader };
				}),
			);
			const [{ leader } = { leader: undefined }] = statuses;
			if (leader === undefined || leader === 0n || statuses.some((one) => one.leader !== leader)) return undefined;
			return statuses.find(({ id }) => id === leader)?.name;
		},
		500,
	);
}

/** The node whose link has the hardware address that answers; undefined while nobody does. */
async function holderOf(cluster: RunningCluster, owner: AddressOwner): Promise<RunningNode | undefined> {
	if (performance.now() - owner.last > 100) return undefined;
	for (const node of cluster.nodes) if ((await hardwareAddressOf(cluster, node.address)) === owner.current) return node;
	return undefined;
}

function figure(how: Trial['how'], ledEtcd: boolean, seconds: readonly number[], share: number): Figure {
	const sorted = seconds.toSorted((a, b) => a - b);
	return {
		name: `${how}, holder ${ledEtcd ? 'leads etcd' : 'follows'}, p${share * 100} of ${seconds.length}`,
		unit: 's',
		ours: sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN,
		anchor: { name: recordedTalos.name, value: recordedTalos.failOver },
	};
}
