import type { Member } from '@ichor/api/etcd';
import type { EtcdSpecSpec } from '@ichor/machinery/resources';
import { hasRpcCode } from '@ichor/rpc';
import { type Context, messageOf, pause, waitFor, withTimeout } from '@ichor/std';
import { type EtcdStart, etcdPeerPort, etcdUrl } from './etcd-arguments.ts';
import type { EtcdControl } from './etcd-control.ts';

/** Adds this machine, as a learner, to the cluster that the others have, as soon as they have one. */
export async function joinEtcd(context: Context, spec: EtcdSpecSpec, control: EtcdControl): Promise<EtcdStart> {
	const own = spec.advertisedAddresses.map((address) => etcdUrl(address, etcdPeerPort));
	const begun = Date.now();
	let nagged = 0;
	for (;;) {
		if (Date.now() - nagged > nagPause) {
			nag(context, spec.advertisedAddresses);
			nagged = Date.now();
		}
		try {
			const members = await addLearner(context, spec.name, own, control, Date.now() - begun < turnTime);
			if (members !== undefined) return { state: 'existing', cluster: initialCluster(members, spec.name, own) };
		} catch (error) {
			context.signal.throwIfAborted();
			if (!hasRpcCode(error, 'unavailable', 'deadline-exceeded')) context.log('info', 'etcd cannot join yet', { error: messageOf(error) });
		}
		await pause(context, joinPause);
	}
}

/** Until this machine's member votes. Asked at every start: a machine may have gone down as a learner. */
export async function promoteEtcd(context: Context, control: EtcdControl): Promise<void> {
	const limit = withTimeout(context, promoteTime);
	await waitFor(
		limit,
		async () => {
			try {
				const { header, isLearner } = await control.withLocalClient(async (client) => await client.status(withTimeout(limit, callTime)));
				if (!isLearner) return true;
				await control.withOtherMembers(async (client) => await client.promote(withTimeout(limit, callTime), header?.memberId ?? 0n));
				context.log('info', 'successfully promoted etcd member');
				return true;
			} catch {
				// not in sync yet, or nobody answers
				return undefined;
			}
		},
		joinPause,
	);
}

/** The members with this machine's, or undefined when another one is about to start: it must find the cluster as it was told. */
async function addLearner(
	context: Context,
	name: string,
	own: readonly string[],
	control: EtcdControl,
	inTurn: boolean,
): Promise<readonly Member[] | undefined> {
	return await control.withOtherMembers(async (client) => {
		const known = await client.members(withTimeout(context, callTime));
		const mine = known.find((member) => member.name === name || isUnstarted(member, own));
		if (mine !== undefined && isUnstarted(mine, own)) return known;
		if (inTurn && known.some((member) => member.name === '' && member !== mine)) return undefined;
		// an earlier life of this machine: its data is gone, so the member never comes back
		if (mine !== undefined) await client.remove(withTimeout(context, callTime), mine.ID);
		return (await client.addLearner(withTimeout(context, callTime), own)).members;
	});
}

function isUnstarted({ name, peerURLs }: Member, own: readonly string[]): boolean {
	return name === '' && peerURLs.some((url) => own.includes(url));
}

/** What `--initial-cluster` must say: every member, those that have not started and told their name by their identifier. */
export function initialCluster(members: readonly Member[], name: string, own: readonly string[]): string {
	const nameOf = (member: Member) =>
		isUnstarted(member, own) ? name : member.name === '' ? `member-${member.ID.toString(16)}` : member.name;
	return members.flatMap((member) => member.peerURLs.map((url) => `${nameOf(member)}=${url}`)).join(',');
}

function nag(context: Context, addresses: readonly string[]): void {
	context.log(
		'info',
		'etcd is waiting to join the cluster, if this node is the first node in the cluster, please run `talosctl bootstrap` against one of the following IPs:',
	);
	context.log('info', `[${addresses.join(' ')}]`);
}

/** Milliseconds for which a machine lets another one, which has been added and has not started, go first. */
const turnTime = 20_000;
/** Milliseconds for a call, between two tries (upstream: 3 s), for a learner to catch up (upstream: 10 minutes), and between two reminders (upstream: 30 s). */
const callTime = 10_000;
const joinPause = 300;
const promoteTime = 10 * 60_000;
const nagPause = 30_000;
