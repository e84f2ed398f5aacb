import { clientFlags } from '../client-flags.ts';
import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { containerdFlags, containerdNamespace } from '../containerd-namespace.ts';
import { allAnswersOf } from '../nodes/answers.ts';
import { withNodes } from '../nodes/node-session.ts';

/** `restart ID`: restarts the process of a container. */
export const restart = defineCommand({
	usage: '<id>',
	args: exactly(1),
	completion: [{ kind: 'known', what: 'containers' }],
	inherits: clientFlags,
	flags: containerdFlags,
	run: async ({ flags, args: [id = ''], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const place = await containerdNamespace(flags.kubernetes);
			await allAnswersOf(session, 'error restarting process', session.client.machine.restart({ ...place, id }));
		}),
});
