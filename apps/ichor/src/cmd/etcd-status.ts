import { type EtcdMemberStatus, EtcdMemberStatusSchema } from '@ichor/api/machine';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { memberIdText } from '../etcd/member-id.ts';
import { printNodeTable } from '../etcd/node-table.ts';
import { answersOf } from '../nodes/answers.ts';
import { withNodes } from '../nodes/node-session.ts';
import { fixed, humanSize } from '../output/go-number.ts';
import { type Listed, listingFlags } from '../output/listing.ts';
import { plainMessage } from '../output/plain-message.ts';

/** `etcd status`: how the etcd member of each node is. */
export const etcdStatus = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: listingFlags,
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const answers = await answersOf(session, 'error getting status', session.client.machine.etcdStatus({}));
			await printNodeTable(session, flags.output, header, answers, ({ memberStatus }) =>
				memberStatus === undefined ? [] : [listed(memberStatus)],
			);
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

function listed(status: EtcdMemberStatus): Listed {
	const ids = { memberId: memberIdText(status.memberId), leader: memberIdText(status.leader) };
	return { cells: rowOf(status), value: () => ({ ...plainMessage(EtcdMemberStatusSchema, status), ...ids }) };
}

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
