import { AlreadySaid } from '../already-said.ts';
import { clientFlags } from '../client-flags.ts';
import { exactly } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { integer, toggle } from '../command/flag-kinds.ts';
import { containerdFlags, containerdNamespace } from '../containerd-namespace.ts';
import { withNodes } from '../nodes/node-session.ts';

/** `logs`: what a service or a container has written, line by line with the name of its node. */
export const logs = defineCommand({
	usage: '<service name>',
	args: exactly(1),
	completion: [{ kind: 'known', what: 'logs' }],
	inherits: clientFlags,
	flags: {
		...containerdFlags,
		follow: toggle('follow', 'go on with what comes', { shorthand: 'f' }),
		tail: integer('tail', 'how many of the last lines; all of them when negative', { initial: -1, type: 'int32' }),
	},
	run: async ({ flags, args: [id = ''], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const { printLogs } = await import('../nodes/print-logs.ts');
			const request = { ...(await containerdNamespace(flags.kubernetes)), id, follow: flags.follow, tailLines: flags.tail };
			if (!(await printLogs(session, session.client.machine.logs(request)))) throw new AlreadySaid();
		}),
});
