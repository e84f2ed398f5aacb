import { parseDuration } from '@ichor/machinery/duration';
import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { duration } from '../command/duration-flag.ts';
import { toggle } from '../command/flag-kinds.ts';
import { UsageError } from '../command/usage-error.ts';
import { withNodes } from '../nodes/node-session.ts';

/** `dashboard`: nodes on the terminal, or in the browser, as they change. */
export const dashboard = defineCommand({
	long: `Show nodes as they change: what they are and what is wrong with them, how busy they are, their services, network,
resources and kernel log. On the terminal, or with --web as a page in a browser on this machine.

Keys:

 - F1 to F6, or 1 to 6 - the screens
 - h, <Left> and l, <Right> - the node before and the one behind
 - j, <Down> and k, <Up> - scroll by a line
 - <C-d> and <C-u> - scroll by half a page
 - <C-f>, <PageDown> and <C-b>, <PageUp> - scroll by a page
 - g, <Home> and G, <End> - scroll to the begin and to the end
 - <Enter> - open what is chosen; <Esc> - go back; / - filter the kinds of resources
 - <C-z> - pause
 - q, <C-c> - leave`,
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		interval: duration('update-interval', 'how long to wait between two questions to a node', { shorthand: 'd', initial: '3s' }),
		web: toggle('web', 'serve it as a page on this machine, and print where'),
	},
	run: async ({ flags, terminal }) => {
		const interval = Number(parseDuration(flags.interval) / 1_000_000n);
		if (interval < shortestInterval) throw new UsageError(`--update-interval: ${flags.interval} is shorter than 100ms`);
		await withNodes(flags, terminal, async (session) => {
			if (flags.web) {
				const { serveDashboard } = await import('../dashboard/web/serve-dashboard.ts');
				await serveDashboard(session, interval);
			} else {
				const { runDashboard } = await import('../dashboard/run-dashboard.ts');
				await runDashboard(session, interval);
			}
		});
	},
});

/** Milliseconds. Nodes have better things to do than to answer more often. */
const shortestInterval = 100;
