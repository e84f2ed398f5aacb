import type { MachineService } from '@ichor/api/machine';
import { type Handlers, hasRpcCode, RpcError } from '@ichor/rpc';
import { messageOf } from '@ichor/std';
import type { Machine } from '../machine.ts';
import { forfeitEtcdLeadership, leaveEtcd } from '../services/etcd-leave.ts';
import { requireControlPlane } from './control-plane.ts';

/** The etcd of this machine and the cluster that it is in. */
export function etcdApi(machine: Machine): Handlers<typeof MachineService> {
	const { etcd, context, state } = machine;
	const during = (signal: AbortSignal) => ({ ...context, signal });
	const downgrade = async (action: 'validate' | 'enable' | 'cancel', version: string, signal: AbortSignal) => {
		if (action !== 'cancel') checkDowngrade(version);
		const clusterVersion = await etcd.withLocalClient(async (client) => await client.downgrade(during(signal), action, version));
		return { messages: [{ clusterDowngrade: { clusterVersion } }] };
	};
	return {
		async etcdMemberList({ queryLocal }, { signal }) {
			await requireControlPlane(state, 'member list');
			const ask = async (client: Parameters<Parameters<typeof etcd.withLocalClient>[0]>[0]) => await client.members(during(signal));
			const members = await (queryLocal ? etcd.withLocalClient(ask) : etcd.withAnyMember(ask));
			return {
				messages: [
					{
						legacyMembers: members.map(({ name }) => name),
						members: members.map(({ ID, name, peerURLs, clientURLs, isLearner }) => ({
							id: ID,
							hostname: name,
							peerUrls: peerURLs,
							clientUrls: clientURLs,
							isLearner,
						})),
					},
				],
			};
		},
		async etcdStatus(_, { signal }) {
			await requireControlPlane(state, 'etcd status');
			const status = await etcd.withLocalClient(async (client) => await client.status(during(signal)));
			const { header, version, dbSize, dbSizeInUse, leader, raftIndex, raftTerm, raftAppliedIndex, errors, isLearner, storageVersion } =
				status;
			const memberStatus = {
				memberId: header?.memberId ?? 0n,
				protocolVersion: version,
				dbSize,
				dbSizeInUse,
				leader,
				raftIndex,
				raftTerm,
				raftAppliedIndex,
				errors,
				isLearner,
				storageVersion,
			};
			return { messages: [{ memberStatus }] };
		},
		async *etcdSnapshot(_, { signal }) {
			await requireControlPlane(state, 'etcd snapshot');
			const client = await etcd.open(['127.0.0.1']);
			try {
				for await (const bytes of client.snapshot(during(signal))) yield { bytes };
			} finally {
				client.close();
			}
		},
		async etcdDefragment(_, { signal }) {
			await requireControlPlane(state, 'etcd defragment');
			await etcd.withLocalClient(async (client) => await client.defragment(during(signal)));
			return { messages: [{}] };
		},
		async etcdAlarmList(_, { signal }) {
			await requireControlPlane(state, 'etcd alarm list');
			const alarms = await etcd.withLocalClient(async (client) => await client.alarms(during(signal)));
			return { messages: [{ memberAlarms: alarms.map(({ memberID, alarm }) => ({ memberId: memberID, alarm })) }] };
		},
		async etcdAlarmDisarm(_, { signal }) {
			await requireControlPlane(state, 'etcd alarm disarm');
			const alarms = await etcd.withLocalClient(async (client) => await client.disarm(during(signal)));
			return { messages: [{ memberAlarms: alarms.map(({ memberID, alarm }) => ({ memberId: memberID, alarm })) }] };
		},
		async etcdRemoveMemberByID({ memberId }, { signal }) {
			await requireControlPlane(state, 'etcd remove member');
			await etcd.withAnyMember(async (client) => {
				try {
					await client.remove(during(signal), memberId);
				} catch (error) {
					// etcd's own text, and the code that upstream gives it
					throw hasRpcCode(error, 'not-found')
						? error
						: new RpcError('unknown', `failed to remove member: ${messageOf(error)}`, { cause: error });
				}
			});
			return { messages: [{}] };
		},
		async etcdLeaveCluster(_, { signal }) {
			await requireControlPlane(state, 'etcd leave');
			await leaveEtcd(machine, signal);
			return { messages: [{}] };
		},
		async etcdForfeitLeadership(_, { signal }) {
			await requireControlPlane(state, 'etcd forfeit leadership');
			return { messages: [{ member: await forfeitEtcdLeadership(machine, signal) }] };
		},
		async etcdDowngradeValidate({ version }, { signal }) {
			await requireControlPlane(state, 'etcd downgrade validate');
			return await downgrade('validate', version, signal);
		},
		async etcdDowngradeEnable({ version }, { signal }) {
			await requireControlPlane(state, 'etcd downgrade enable');
			return await downgrade('enable', version, signal);
		},
		async etcdDowngradeCancel(_, { signal }) {
			await requireControlPlane(state, 'etcd downgrade cancel');
			return await downgrade('cancel', '', signal);
		},
	};
}

/** @throws RpcError "invalid-argument" in upstream's words, for what is no version or one that no downgrade leads to */
function checkDowngrade(version: string): void {
	const refuse = (why: string): never => {
		throw new RpcError('invalid-argument', why);
	};
	if (version === '') refuse('version is required for etcd downgrade');
	const [major = '', minor = '', ...more] = version.split('.');
	if (!version.includes('.') || more.length > 0) refuse('version should be in MAJOR.MINOR format');
	if (!/^[+-]?\d+$/.test(major)) refuse('major version should be a number');
	if (!/^[+-]?\d+$/.test(minor)) refuse('minor version should be a number');
	if (Number(major) < 3 || (Number(major) === 3 && Number(minor) < 5)) refuse('etcd downgrade is only supported to 3.5 and later versions');
}
