import { clientFlags } from '../client-flags.ts';
import { atMost } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { toggle } from '../command/flag-kinds.ts';
import { withNodes } from '../nodes/node-session.ts';
import { longListingFlags } from '../output/listing.ts';

/** `netstat`: the connections and sockets of nodes, of their pods, or of one pod. */
export const netstat = defineCommand({
	usage: '[namespace/pod]',
	long: 'List the connections and sockets of nodes, or of one pod that has a network of its own.',
	args: atMost(1),
	completion: [{ kind: 'known', what: 'pods' }],
	inherits: clientFlags,
	flags: {
		verbose: toggle('verbose', 'of every protocol', { shorthand: 'v' }),
		extend: toggle('extend', 'with users and inodes', { shorthand: 'x' }),
		programs: toggle('programs', 'with the process that has it open', { shorthand: 'p' }),
		timers: toggle('timers', 'with timers', { shorthand: 'o' }),
		listening: toggle('listening', 'those that listen', { shorthand: 'l' }),
		all: toggle('all', 'those that listen and those that are connected', { shorthand: 'a' }),
		pods: toggle('pods', 'those of the pods too', { shorthand: 'k' }),
		tcp: toggle('tcp', 'only TCP', { shorthand: 't' }),
		udp: toggle('udp', 'only UDP', { shorthand: 'u' }),
		udplite: toggle('udplite', 'only UDP-Lite', { shorthand: 'U' }),
		raw: toggle('raw', 'only raw sockets', { shorthand: 'w' }),
		ipv4: toggle('ipv4', 'only IPv4', { shorthand: '4' }),
		ipv6: toggle('ipv6', 'only IPv6', { shorthand: '6' }),
		...longListingFlags,
	},
	run: async ({ flags, args: [pod], terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const { printSockets } = await import('../nodes/print-sockets.ts');
			await printSockets(session, flags, pod);
		}),
});
