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
/** Milliseconds that a busy machine may need for an answer. */
const answerTime = 10_000;
/** How often etcd's leadership is moved before a trial. */
const mostMoves = 4;

type Ask = <Result>(node: RunningNode, question: (machine: TalosClient['machine']) => Promise<Result>) => Promise<Result>;

interface Trial {
	readonly how: 'crash' | 'graceful';
	/** Whether the holder led etcd too, which then has to elect as well. */
	readonly ledEtcd: boolean;
	/** From the last answer of the one to the first of the next. */
	readonly seconds: number;
}

/**
 * How long nobody has the shared address when its holder loses power (SIGKILL to PID 1, and no other boot), and when it reboots in order. All
 * the while somebody on the bridge asks for it: more than one owner at a time fails the bench.
 */
export async function* bench(): AsyncIterable<Figure> {
	const cluster = await runningCluster();
	const tls = { trust: [cluster.tls.ca], identity: { certificate: cluster.tls.cert, key: cluster.tls.key } };
	/** A connection of its own for each question: one from before a crash says nothing until TCP gives it up. */
	const ask: Ask = async ({ address }, question) => {
		const client = await openTalosClient({ endpoints: [address], tls });
		try {
			return await question(client.machine);
		} finally {
			client.close();
		}
	};
	const owner = watchAddressOwner(cluster, new URL(cluster.description.endpoint).hostname);
	const done: Trial[] = [];
	try {
		for (const how of ['crash', 'graceful'] as const)
			for (let round = 0; round < trials; round += 1) {
				const one = await trial(how, round % 2 === 0, cluster, ask, owner);
				console.error(`${how}, holder ${one.ledEtcd ? 'leads etcd' : 'follows'}: ${one.seconds.toFixed(2)} s`);
				done.push(one);
			}
	} finally {
		owner.close();
	}
	if (owner.conflicts > 0) throw new Error(`two machines had the address at once, ${owner.conflicts} times`);
	for (const how of ['crash', 'graceful'] as const)
		for (const ledEtcd of [true, false]) {
			const times = done.filter((one) => one.how === how && one.ledEtcd === ledEtcd).map(({ seconds }) => seconds);
			for (const share of times.length === 0 ? [] : [0.5, 0.99]) yield figure(how, ledEtcd, times, share);
		}
}

/** @param leads whether the holder is to lead etcd, as far as etcd can be moved to it */
async function trial(how: Trial['how'], leads: boolean, cluster: RunningCluster, ask: Ask, owner: AddressOwner): Promise<Trial> {
	const { holder, leader } = await arranged(leads, cluster, ask, owner);
	const before = owner.current;
	const starts = await startsOf(cluster, holder);
	if (how === 'crash') {
		await cluster.supervisor.tell(background, holder.name, 'crash');
		// without power until somebody else has the address: a machine that boots gives back at once what it had
		await cluster.supervisor.tell(background, holder.name, 'stop');
	} else await ask(holder, async (machine) => await machine.reboot({}, { timeout: answerTime }));
	await waitFor(withTimeout(background, failOverTime), () => (owner.current === before ? undefined : true), 5);
	const { gap } = owner;
	if (how === 'crash') await cluster.supervisor.tell(background, holder.name, 'start');
	// who reboots answers for a while yet: the next trial must not take a second machine away beside it
	await waitFor(withTimeout(background, wholeTime), async () => ((await startsOf(cluster, holder)) > starts ? true : undefined), 100);
	return { how, ledEtcd: leader.name === holder.name, seconds: gap / 1000 };
}

/** How often a machine has been started. */
async function startsOf({ supervisor }: RunningCluster, { name }: RunningNode): Promise<number> {
	return (await supervisor.nodes(background)).find((node) => node.name === name)?.starts ?? 0;
}

/** A whole cluster, with the holder of the address. Its leader is another one as often as etcd's choice of the next allows. */
async function arranged(leads: boolean, cluster: RunningCluster, ask: Ask, owner: AddressOwner) {
	for (let move = 0; ; move += 1) {
		const leader = await wholeCluster(cluster, ask);
		const holder = await waitFor(withTimeout(background, failOverTime), async () => await holderOf(cluster, owner), 100);
		if ((leader.name === holder.name) === leads || move === mostMoves) return { holder, leader };
		// one that has not answered may have handed over all the same: the next look tells
		await ask(leader, async (machine) => await machine.etcdForfeitLeadership({}, { timeout: answerTime })).catch(() => undefined);
	}
}

/** Waits until every member of etcd answers and agrees; returns the leader's node. */
async function wholeCluster({ nodes }: RunningCluster, ask: Ask): Promise<RunningNode> {
	return await waitFor(
		withTimeout(background, wholeTime),
		async () => {
			const statuses = await Promise.all(
				nodes.map(async (node) => {
					const answer = await ask(node, async (machine) => await machine.etcdStatus({}, { timeout: answerTime })).catch(() => undefined);
					const status = answer?.messages[0]?.memberStatus;
					return { node, id: status?.memberId, leader: status?.leader };
				}),
			);
			const [{ leader } = { leader: undefined }] = statuses;
			if (leader === undefined || leader === 0n || statuses.some((one) => one.leader !== leader)) return undefined;
			return statuses.find(({ id }) => id === leader)?.node;
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
