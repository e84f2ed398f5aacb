import { clientFlags } from '../client-flags.ts';
import { exactly, noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { parseMemberId } from '../etcd/member-id.ts';
import { allAnswersOf } from '../nodes/answers.ts';
import { requireOneNode, withNodes } from '../nodes/node-session.ts';

/** `etcd defrag`: gives back the space that the database of a member does not use. */
export const etcdDefrag = defineCommand({
	long: 'Gives back the space that the database file of a member does not use any more. The member answers nothing meanwhile: one node\nat a time, and only when it is needed.',
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			requireOneNode(session, 'etcd defrag');
			await allAnswersOf(session, '', session.client.machine.etcdDefragment({}));
		}),
});

/** `etcd leave`: has a node leave the etcd cluster. */
export const etcdLeave = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			requireOneNode(session, 'etcd leave');
			await allAnswersOf(session, '', session.client.machine.etcdLeaveCluster({}));
		}),
});

/** `etcd remove-member ID`: has a node remove another member from the cluster. */
export const etcdRemoveMember = defineCommand({
	usage: '<member ID>',
	long: 'Removes a member that is broken, or whose node cannot be reached any more. A node that works leaves by itself: etcd leave.',
	args: exactly(1),
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	run: async ({ flags, args: [id = ''], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const memberId = parseMemberId(id);
			await allAnswersOf(session, '', session.client.machine.etcdRemoveMemberByID({ memberId }));
		}),
});

/** `etcd forfeit-leadership`: has nodes hand on the leadership of the cluster. */
export const etcdForfeitLeadership = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			await allAnswersOf(session, '', session.client.machine.etcdForfeitLeadership({}));
		}),
});
