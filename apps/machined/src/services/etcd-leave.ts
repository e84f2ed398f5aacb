import { EtcdSpec, etcdSpecId } from '@ichor/machinery/resources';
import { RpcError } from '@ichor/rpc';
import { messageOf, withTimeout } from '@ichor/std';
import type { Machine } from '../machine.ts';
import { removeMember } from './etcd-removal.ts';

/**
 * Hands the lead to another voting member, should this machine's have it.
 *
 * @returns the name of the new leader; empty when there was nothing to hand over
 * @throws RpcError "failed-precondition" when no other member votes
 */
export async function forfeitEtcdLeadership({ etcd, context }: Pick<Machine, 'etcd' | 'context'>, signal: AbortSignal): Promise<string> {
	const during = { ...context, signal };
	return await etcd.withLocalClient(async (client) => {
		const { header, leader } = await client.status(during);
		if (leader !== header?.memberId) return '';
		const heir = (await client.members(during)).find(({ ID, isLearner }) => ID !== leader && !isLearner);
		if (heir === undefined) throw new RpcError('failed-precondition', 'there is no other member to lead');
		await client.moveLeader(during, heir.ID);
		return heir.name;
	});
}

/**
 * Takes this machine's member out of the cluster, stops etcd and forgets its data.
 *
 * @throws RpcError "failed-precondition" for the last voting member: with it the cluster would be gone; "unknown" when the
 * cluster cannot do without this member for longer than upstream waits
 */
export async function leaveEtcd(machine: Machine, signal: AbortSignal): Promise<void> {
	const { etcd, services, context, state } = machine;
	const during = { ...context, signal };
	const id = await etcd.withLocalClient(async (client) => (await client.status(during)).header?.memberId);
	const name = (await state.find(EtcdSpec.pointer(etcdSpecId)))?.spec.name;
	const members = await etcd.withAnyMember(async (client) => await client.members(during));
	const me = members.find((member) => member.ID === id || member.name === name);
	if (me !== undefined) {
		if (!members.some(({ ID, isLearner }) => ID !== me.ID && !isLearner)) {
			throw new RpcError('failed-precondition', 'this machine is the last voting member of etcd: to leave would destroy the cluster');
		}
		await forfeitEtcdLeadership(machine, signal).catch((error: unknown) => {
			// the others elect one when this machine's is gone: that only takes longer
			signal.throwIfAborted();
			context.log('warn', 'etcd was not handed to another leader', { error: messageOf(error) });
		});
		const limit = withTimeout(during, patience);
		await removeMember(limit, async () => await etcd.withOtherMembers(async (client) => await client.remove(limit, me.ID)));
	}
	await services.find('etcd')?.stop();
	await etcd.forgetData();
}

/** Milliseconds (upstream: internal/pkg/etcd). */
const patience = 5 * 60_000;
