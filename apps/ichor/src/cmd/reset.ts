import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { choice } from '../command/choice-flag.ts';
import { defineCommand } from '../command/command.ts';
import { csv, toggle } from '../command/flag-kinds.ts';
import { allAnswersOf } from '../nodes/answers.ts';
import { withNodes } from '../nodes/node-session.ts';
import { warnOlderNodes } from '../nodes/older-nodes.ts';
import { trackFlags } from '../track/flags.ts';
import type { TrackedAction } from '../track/track-node.ts';

/** `reset`: takes nodes out of the cluster and wipes their disks. */
export const reset = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		...trackFlags,
		graceful: toggle('graceful', 'cordon and drain the Kubernetes node and leave etcd before', { initial: true }),
		reboot: toggle('reboot', 'restart the machine afterwards instead of turning it off'),
		insecure: toggle('insecure', 'the node is in maintenance mode'),
		wipeMode: choice('wipe-mode', 'which disks are wiped', { choices: ['all', 'system-disk', 'user-disks'], initial: 'all' }),
		userDisks: csv('user-disks-to-wipe', 'the disks that are wiped besides the system disk', { completion: { kind: 'nothing' } }),
		systemLabels: csv('system-labels-to-wipe', 'the partitions of the system disk that are wiped, instead of all of it', {
			completion: { kind: 'choices', choices: ['STATE', 'EPHEMERAL', 'META'] },
		}),
	},
	async run({ flags, terminal }) {
		const wait = flags.wait || flags.debug;
		if (wait && flags.insecure) throw new Error('cannot use --wait and --insecure together');
		const { ResetRequest_WipeMode: modes } = await import('@ichor/api/machine');
		const request = {
			graceful: flags.graceful,
			reboot: flags.reboot,
			userDisksToWipe: [...flags.userDisks],
			mode: { all: modes.ALL, 'system-disk': modes.SYSTEM_DISK, 'user-disks': modes.USER_DISKS }[flags.wipeMode],
			systemPartitionsToWipe: flags.systemLabels.map((label) => ({ label, wipe: true })),
		};
		await withNodes(flags, terminal, async (session) => {
			await warnOlderNodes(session);
			if (!wait) {
				await allAnswersOf(session, 'error executing reset', session.client.machine.reset(request));
				return;
			}
			const [{ trackAction }, { actorIdIn, isStopping }] = await Promise.all([
				import('../track/track-action.ts'),
				import('../track/conditions.ts'),
			]);
			await trackAction(session, flags, {
				start: async ({ machine }, { signal }) => actorIdIn(await machine.reset(request, { signal })),
				isReached: isStopping,
				...(flags.reboot ? { verify: await backInMaintenance() } : {}),
			});
		});
	},
});

/** A node that was reset answers in maintenance mode; one that kept its configuration runs anew. */
async function backInMaintenance(): Promise<NonNullable<TrackedAction['verify']>> {
	const [{ requireReboot }, { openTalosClient }] = await Promise.all([import('../track/boot-id.ts'), import('@ichor/client/api')]);
	return async (node, bootId, context, name) => {
		const client = await openTalosClient({ endpoints: [name], insecure: true, signal: context.signal });
		try {
			await client.storage.disks({}, { signal: context.signal });
			return;
		} catch {
			// a machine with a configuration does not even refuse whom it does not know: it ends the handshake
			context.signal.throwIfAborted();
		} finally {
			client.close();
		}
		await requireReboot(node, bootId, context);
	};
}
