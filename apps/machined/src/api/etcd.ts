import type { MachineService } from '@ichor/api/machine';
import { EtcdSpec, etcdSpecId } from '@ichor/machinery/resources';
import { type Handlers, RpcError } from '@ichor/rpc';
import type { Machine } from '../machine.ts';
import { requireControlPlane } from './control-plane.ts';

/** The etcd of this machine and the cluster that it is in. */
export function etcdApi(machine: Machine): Handlers<typeof MachineService> {
	const { etcd, services, context } = machine;
	const onControlPlane = async (what: string) => await requireControlPlane(machine.state, what);
	const during = (signal: AbortSignal) => ({ ...context, signal });
	return {
		async bootstrap({ recoverEtcd }) {
			if (recoverEtcd) throw new RpcError('unimplemented', 'recovery of etcd from a snapshot is not implemented yet');
			await onControlPlane('bootstrap');
			if (services.find('cri')?.up !== true) throw new RpcError('failed-precondition', 'bootstrap is not available yet');
			if (etcd.hasData) throw new RpcError('already-exists', 'etcd data directory is not empty');
			const service = services.find('etcd');
			if (service === undefined) throw new RpcError('failed-precondition', 'bootstrap is not available yet');
			context.log('info', 'bootstrap request received');
			await service.stop('Bootstrap requested');
			etcd.bootstrapRequested = true;
			service.start(context);
			return { messages: [{}] };
		},
		async etcdMemberList({ queryLocal }, { signal }) {
			await onControlPlane('etcd');
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
			await onControlPlane('etcd');
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
			await onControlPlane('etcd');
			const client = await etcd.open(['127.0.0.1']);
			try {
				for await (const bytes of client.snapshot(during(signal))) yield { bytes };
			} finally {
				client.close();
			}
		},
		async etcdDefragment(_, { signal }) {
			await onControlPlane('etcd');
			await etcd.withLocalClient(async (client) => await client.defragment(during(signal)));
			return { messages: [{}] };
		},
		async etcdAlarmList(_, { signal }) {
			await onControlPlane('etcd');
			const alarms = await etcd.withLocalClient(async (client) => await client.alarms(during(signal)));
			return { messages: [{ memberAlarms: alarms.map(({ memberID, alarm }) => ({ memberId: memberID, alarm })) }] };
		},
		async etcdAlarmDisarm(_, { signal }) {
			await onControlPlane('etcd');
			const alarms = await etcd.withLocalClient(async (client) => await client.disarm(during(signal)));
			return { messages: [{ memberAlarms: alarms.map(({ memberID, alarm }) => ({ memberId: memberID, alarm })) }] };
		},
		async etcdRemoveMemberByID({ memberId }, { signal }) {
			await onControlPlane('etcd');
			await etcd.withAnyMember(async (client) => await client.remove(during(signal), memberId));
			return { messages: [{}] };
		},
		async etcdLeaveCluster(_, { signal }) {
			await onControlPlane('etcd');
			await leaveEtcd(machine, signal);
			return { messages: [{}] };
		},
		async etcdForfeitLeadership(_, { signal }) {
			await onControlPlane('etcd');
			return await etcd.withLocalClient(async (client) => {
				const { header, leader } = await client.status(during(signal));
				if (leader !== header?.memberId) return { messages: [{}] };
				const heir = (await client.members(during(signal))).find(({ ID, isLearner }) => ID !== leader && !isLearner);
				if (heir === undefined) throw new RpcError('failed-precondition', 'there is no other member to lead');
				await client.moveLeader(during(signal), heir.ID);
				return { messages: [{ member: heir.name }] };
			});
		},
	};
}

/** Takes this machine's member out of the cluster, stops etcd and forgets its data. */
export async function leaveEtcd({ etcd, services, context, state }: Machine, signal: AbortSignal): Promise<void> {
	const during = { ...context, signal };
	const id = await etcd.withLocalClient(async (client) => (await client.status(during)).header?.memberId);
	const name = (await state.find(EtcdSpec.pointer(etcdSpecId)))?.spec.name;
	await etcd.withOtherMembers(async (client) => {
		const me = (await client.members(during)).find((member) => member.ID === id || member.name === name);
		if (me !== undefined) await client.remove(during, me.ID);
	});
	await services.find('etcd')?.stop();
	await etcd.forgetData();
}
