import { clientFlags } from './client-flags.ts';
import type { CommandNode } from './command/command.ts';

/** `etcd` and what is below it. */
export const etcdCommands: CommandNode = {
	name: 'etcd',
	short: 'Look after the etcd cluster',
	group: 'Running clusters:',
	persistent: clientFlags,
	children: [
		{
			name: 'alarm',
			short: 'Look after the alarms of etcd',
			children: [
				{ name: 'disarm', short: 'Take back the alarms', load: async () => (await import('./cmd/etcd-alarm.ts')).etcdAlarmDisarm },
				{ name: 'list', short: 'List the alarms', load: async () => (await import('./cmd/etcd-alarm.ts')).etcdAlarmList },
			],
		},
		{
			name: 'defrag',
			short: 'Defragment the database of a member',
			load: async () => (await import('./cmd/etcd-member-actions.ts')).etcdDefrag,
		},
		{
			name: 'downgrade',
			short: 'Take the storage of etcd back to an earlier version',
			children: [
				{
					name: 'cancel',
					short: 'Stay with the present version',
					load: async () => (await import('./cmd/etcd-downgrade.ts')).etcdDowngradeCancel,
				},
				{
					name: 'enable',
					short: 'Go back to a version',
					load: async () => (await import('./cmd/etcd-downgrade.ts')).etcdDowngradeEnable,
				},
				{
					name: 'validate',
					short: 'Say whether the storage can go back to a version',
					load: async () => (await import('./cmd/etcd-downgrade.ts')).etcdDowngradeValidate,
				},
			],
		},
		{
			name: 'forfeit-leadership',
			short: 'Have nodes hand on the leadership',
			load: async () => (await import('./cmd/etcd-member-actions.ts')).etcdForfeitLeadership,
		},
		{
			name: 'leave',
			short: 'Have a node leave the cluster',
			load: async () => (await import('./cmd/etcd-member-actions.ts')).etcdLeave,
		},
		{ name: 'members', short: 'List the members', load: async () => (await import('./cmd/etcd-members.ts')).etcdMembers },
		{
			name: 'remove-member',
			short: 'Remove a member that is broken',
			load: async () => (await import('./cmd/etcd-member-actions.ts')).etcdRemoveMember,
		},
		{ name: 'snapshot', short: 'Save the database to a file', load: async () => (await import('./cmd/etcd-snapshot.ts')).etcdSnapshot },
		{ name: 'status', short: 'Say how the members are', load: async () => (await import('./cmd/etcd-status.ts')).etcdStatus },
	],
};
