import { EtcdMemberSchema } from '@ichor/api/machine';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { memberIdText } from '../etcd/member-id.ts';
import { printNodeTable } from '../etcd/node-table.ts';
import { answersOf } from '../nodes/answers.ts';
import { withNodes } from '../nodes/node-session.ts';
import { listingFlags } from '../output/listing.ts';
import { plainMessage } from '../output/plain-message.ts';

/** `etcd members`: whom each node takes for the members of the etcd cluster. */
export const etcdMembers = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: listingFlags,
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const call = session.client.machine.etcdMemberList({ queryLocal: true });
			const header = ['ID', 'HOSTNAME', 'PEER URLS', 'CLIENT URLS', 'LEARNER'];
			await printNodeTable(session, flags.output, header, await answersOf(session, 'error getting members', call), ({ members }) =>
				members.map((member) => {
					const { id, hostname, peerUrls, clientUrls, isLearner } = member;
					return {
						cells: [memberIdText(id), hostname, peerUrls.join(','), clientUrls.join(','), String(isLearner)],
						value: () => ({ ...plainMessage(EtcdMemberSchema, member), id: memberIdText(id) }),
					};
				}),
			);
		}),
});
