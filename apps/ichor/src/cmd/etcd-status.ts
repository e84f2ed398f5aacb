import type { EtcdMemberStatus } from '@ichor/api/machine';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { memberIdText } from '../etcd/member-id.ts';
import { nodeTable } from '../etcd/node-table.ts';
import { answersOf } from '../nodes/answers.ts';
import { withNodes } from '../nodes/node-session.ts';
import { fixed, humanSize } from '../output/go-number.ts';

/** `etcd status`: how the etcd member of each node is. */
export const etcdStatus = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const answers = await answersOf(session, 'error getting status', session.client.machine.etcdStatus({}));
			terminal.out(nodeTable(header, answers, ({ memberStatus }) => (memberStatus === undefined ? [] : [rowOf(memberStatus)])));
		}),
});

const header = [
	'MEMBER',
	'DB SIZE',
	'IN USE',
	'LEADER',
	'RAFT INDEX',
	'RAFT TERM',
	'RAFT APPLIED INDEX',
	'LEARNER',
	'PROTOCOL',
	'STORAGE',
	'ERRORS',
];

function rowOf(status: EtcdMemberStatus): readonly string[] {
	const { dbSize, dbSizeInUse } = status;
	const share = dbSize > 0n ? (Number(dbSizeInUse) / Number(dbSize)) * 100 : 0;
	return [
		memberIdText(status.memberId),
		humanSize(dbSize),
		`${humanSize(dbSizeInUse)} (${fixed(share, 2)}%)`,
		memberIdText(status.leader),
		String(status.raftIndex),
		String(status.raftTerm),
		String(status.raftAppliedIndex),
		String(status.isLearner),
		status.protocolVersion,
		status.storageVersion,
		status.errors.join(', '),
	];
}
