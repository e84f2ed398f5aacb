import { KV } from '@ichor/api/etcd';
import { createClient, RpcError } from '@ichor/rpc';
import type { Random } from '../compat/random.ts';
import type { Fault } from './fault.ts';
import { callTimeout, type VictimCluster, wipedAndBooted } from './victim-cluster.ts';

/** Every member's data is wiped; what is no snapshot is refused and leaves the way open, and the snapshot brings all back. */
export const snapshots: Fault = {
	name: 'snapshots',
	what: 'etcd is lost; damaged, cut and foreign snapshots are refused, the good one is restored',
	async run(cluster, random) {
		const [first = ''] = cluster.addresses;
		const { machine } = cluster.started.talos.node(first);
		await put(cluster, 'before-the-loss');
		const chunks: Uint8Array[] = [];
		for await (const { bytes } of machine.etcdSnapshot({}, { signal: cluster.context.signal })) chunks.push(bytes);
		const good = Buffer.concat(chunks);
		await loseEtcd(cluster);

		const refusals: string[] = [];
		for (const [name, bytes] of Object.entries(broken(good, random))) {
			const said = await recover(cluster, first, bytes);
			if (said === undefined) throw new Error(`a snapshot that was ${name} was taken`);
			refusals.push(`${name}: ${said}`);
		}
		const started = performance.now();
		const said = await cluster.waitFor('an answer to the good snapshot', 60, async () => {
			const refusal = await recover(cluster, first, good);
			return refusal === undefined || !refusal.includes('not available yet') ? (refusal ?? 'restored') : undefined;
		});
		if (said !== 'restored') throw new Error(`the good snapshot was refused: ${said}`);
		await cluster.well(180);
		await requireKey(cluster, 'before-the-loss');
		return `${refusals.join('; ')}; three voters ${((performance.now() - started) / 1000).toFixed(1)} s after the good one`;
	},
};

/** Each differs from the snapshot in one way. */
function broken(good: Buffer, random: Random): Readonly<Record<string, Uint8Array>> {
	const damaged = Buffer.from(good);
	const at = random.below(good.length - checksumLength);
	damaged[at] = (damaged[at] ?? 0) ^ 0xff;
	return {
		damaged,
		'cut short': good.subarray(0, 1 + random.below(good.length - 1)),
		empty: new Uint8Array(),
		foreign: Buffer.alloc(good.length, 'no database'),
	};
}

/** SHA-256 at the end of a snapshot (etcd: server/etcdserver/api/v3rpc/maintenance.go). */
const checksumLength = 32;

/** @returns what the node said against it */
async function recover({ started, context }: VictimCluster, address: string, snapshot: Uint8Array): Promise<string | undefined> {
	const { machine } = started.talos.node(address);
	const options = { signal: context.signal, timeout: 12 * callTimeout };
	try {
		await machine.etcdRecover(chunked(snapshot), options);
		await machine.bootstrap({ recoverEtcd: true }, options);
		return undefined;
	} catch (error) {
		if (error instanceof RpcError) return error.message;
		throw error;
	}
}

function* chunked(bytes: Uint8Array): Generator<{ readonly bytes: Uint8Array }> {
	for (let at = 0; at < bytes.length; at += 1 << 16) yield { bytes: bytes.subarray(at, at + (1 << 16)) };
}

/** Wipes EPHEMERAL of every node at once, and waits until each is ready to be bootstrapped. */
async function loseEtcd(cluster: VictimCluster): Promise<void> {
	const { started, addresses, context } = cluster;
	const [first = ''] = addresses;
	const request = { graceful: false, ...wipedAndBooted };
	const boot = async (address: string): Promise<string> =>
		await started.read(context, address, '/proc/sys/kernel/random/boot_id').catch(() => '');
	const old = await Promise.all(addresses.map(boot));
	await Promise.all(addresses.map(async (address) => await started.talos.node(address).machine.reset(request, { timeout: callTimeout })));
	await cluster.waitFor('every node to boot anew', 120, async () => {
		const boots = await Promise.all(addresses.map(boot));
		return boots.every((id, index) => id !== '' && id !== old[index]) ? true : undefined;
	});
	// containerd restores: until it runs, whatever is sent is refused
	await cluster.waitFor('a node that can restore', 60, async () => {
		const { messages } = await started.talos.node(first).machine.serviceList({}, { timeout: callTimeout });
		return messages[0]?.services.some(({ id, state }) => id === 'etcd' && state === 'Preparing') ? true : undefined;
	});
}

async function put(cluster: VictimCluster, key: string): Promise<void> {
	const channel = cluster.etcd(cluster.addresses[0] ?? '');
	try {
		await createClient(KV, channel).put({ key: Buffer.from(key), value: Buffer.from(key) }, { timeout: callTimeout });
	} finally {
		channel.close();
	}
}

async function requireKey(cluster: VictimCluster, key: string): Promise<void> {
	const channel = cluster.etcd(cluster.addresses[0] ?? '');
	try {
		const { kvs } = await createClient(KV, channel).range({ key: Buffer.from(key) }, { timeout: callTimeout });
		if (kvs.length !== 1) throw new Error(`${key} is not in what was restored`);
	} finally {
		channel.close();
	}
}
