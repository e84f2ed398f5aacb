import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text } from '../command/flag-kinds.ts';
import { withNodes } from '../nodes/node-session.ts';
import { timeText } from '../output/go-time.ts';
import { listingFlags, printListing } from '../output/listing.ts';

/** `time`: what time it is on nodes, and what a time server says. */
export const time = defineCommand({
	usage: '[--check server]',
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: {
		check: text('check', 'the time server to compare with, instead of its own', { completion: { kind: 'nothing' } }),
		...listingFlags,
	},
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const [{ answersOf }, { TimeSchema }, { plainMessage }] = await Promise.all([
				import('../nodes/answers.ts'),
				import('@ichor/api/time'),
				import('../output/plain-message.ts'),
			]);
			const service = session.client.time;
			const call = flags.check === '' ? service.time({}) : service.timeCheck({ server: flags.check });
			const times = (await answersOf(session, 'error fetching time', call)).map(({ node, message }) => {
				const { server, localtime, remotetime } = message;
				if (localtime === undefined) throw new Error('error parsing local time');
				if (remotetime === undefined) throw new Error('error parsing remote time');
				return {
					cells: [node, server, timeText(localtime), timeText(remotetime)],
					value: () => ({ node, ...plainMessage(TimeSchema, message) }),
				};
			});
			await printListing(terminal, flags.output, ['NODE', 'NTP-SERVER', 'NODE-TIME', 'NTP-SERVER-TIME'], times);
		}),
});
