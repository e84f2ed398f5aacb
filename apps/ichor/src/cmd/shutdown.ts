import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { toggle } from '../command/flag-kinds.ts';
import { allAnswersOf } from '../nodes/answers.ts';
import { withNodes } from '../nodes/node-session.ts';
import { warnOlderNodes } from '../nodes/older-nodes.ts';
import { trackFlags } from '../track/flags.ts';

/** `shutdown`: turns nodes off, and waits until they stop. */
export const shutdown = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		...trackFlags,
		force: toggle('force', 'without cordoning and draining the Kubernetes node before'),
	},
	async run({ flags, terminal }) {
		const { force } = flags;
		await withNodes(flags, terminal, async (session) => {
			await warnOlderNodes(session);
			if (!flags.wait && !flags.debug) {
				await allAnswersOf(session, 'error executing shutdown', session.client.machine.shutdown({ force }));
				return;
			}
			const [{ trackAction }, { actorIdIn, isStopping }] = await Promise.all([
				import('../track/track-action.ts'),
				import('../track/conditions.ts'),
			]);
			await trackAction(session, flags, {
				start: async ({ machine }, { signal }) => actorIdIn(await machine.shutdown({ force }, { signal })),
				isReached: isStopping,
			});
		});
	},
});
