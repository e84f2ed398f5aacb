import { clientFlags } from '../client-flags.ts';
import { anyArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { allAnswersOf } from '../nodes/answers.ts';
import { withNodes } from '../nodes/node-session.ts';

/** `rollback`: has nodes boot what they ran before the last upgrade. */
export const rollback = defineCommand({
	args: anyArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			await allAnswersOf(session, 'error executing rollback', session.client.machine.rollback({}));
		}),
});
