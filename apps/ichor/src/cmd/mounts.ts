import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { withNodes } from '../nodes/node-session.ts';
import { listingFlags, printListing } from '../output/listing.ts';
import { mountCells, mountHeadings } from '../output/mount-cells.ts';

/** `mounts`: the file systems of nodes and how full they are, but for those without a size. */
export const mounts = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	flags: listingFlags,
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const [{ answersOf }, { MountStatSchema }, { plainMessage }] = await Promise.all([
				import('../nodes/answers.ts'),
				import('@ichor/api/machine'),
				import('../output/plain-message.ts'),
			]);
			const answers = await answersOf(session, 'error getting mount information', session.client.machine.mounts({}));
			const mounted = answers.flatMap(({ node, message }) =>
				message.stats.flatMap((stat) => {
					const cells = mountCells(stat);
					return cells === undefined ? [] : [{ cells: [node, ...cells], value: () => ({ node, ...plainMessage(MountStatSchema, stat) }) }];
				}),
			);
			await printListing(terminal, flags.output, ['NODE', ...mountHeadings], mounted);
		}),
});
