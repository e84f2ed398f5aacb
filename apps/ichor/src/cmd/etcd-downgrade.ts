import type { EtcdClusterDowngrade } from '@ichor/api/machine';
import { clientFlags } from '../client-flags.ts';
import { exactly, noArguments } from '../command/arguments.ts';
import { type Command, defineCommand } from '../command/command.ts';
import { printNodeTable } from '../etcd/node-table.ts';
import { allAnswersOf, type NodeMessage } from '../nodes/answers.ts';
import { type NodeSession, requireOneNode, withNodes } from '../nodes/node-session.ts';
import { listingFlags } from '../output/listing.ts';

/** `etcd downgrade validate VERSION`: whether the storage can go back to a version. */
export const etcdDowngradeValidate = downgradeCommand('validate', ({ client }, version) =>
	client.machine.etcdDowngradeValidate({ version }),
);

/** `etcd downgrade enable VERSION`: has the storage go back to a version. */
export const etcdDowngradeEnable = downgradeCommand('enable', ({ client }, version) => client.machine.etcdDowngradeEnable({ version }));

/** `etcd downgrade cancel`: has the storage stay with its version. */
export const etcdDowngradeCancel = downgradeCommand('cancel', ({ client }) => client.machine.etcdDowngradeCancel({}));

interface DowngradeMessage extends NodeMessage {
	readonly clusterDowngrade?: EtcdClusterDowngrade | undefined;
}

function downgradeCommand(
	verb: 'validate' | 'enable' | 'cancel',
	call: (session: NodeSession, version: string) => Promise<{ readonly messages: readonly DowngradeMessage[] }>,
): Command {
	return defineCommand({
		...(verb === 'cancel' ? {} : { usage: '<version>' }),
		args: verb === 'cancel' ? noArguments : exactly(1),
		completion: { kind: 'nothing' },
		inherits: clientFlags,
		flags: listingFlags,
		run: async ({ flags, args: [version = ''], terminal }) =>
			await withNodes(flags, terminal, async (session) => {
				requireOneNode(session, `etcd downgrade ${verb}`);
				const answers = await allAnswersOf(session, '', call(session, version));
				await printNodeTable(session, flags.output, ['MESSAGE'], answers, ({ clusterDowngrade }) => {
					const clusterVersion = clusterDowngrade?.clusterVersion ?? '';
					return [{ cells: [`downgrade ${verb} success, cluster version ${clusterVersion}`], value: () => ({ clusterVersion }) }];
				});
			}),
	});
}
