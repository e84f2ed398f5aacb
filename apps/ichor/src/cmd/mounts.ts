import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { withNodes } from '../nodes/node-session.ts';
import { mountCells, mountHeadings } from '../output/mount-cells.ts';
import { table } from '../output/table.ts';

/** `mounts`: the file systems of nodes and how full they are, but for those without a size. */
export const mounts = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const { answersOf } = await import('../nodes/answers.ts');
			const answers = await answersOf(session, 'error getting mount information', session.client.machine.mounts({}));
			const rows = answers.flatMap(({ node, message }) =>
				message.stats
					.map(mountCells)
					.filter((cells) => cells !== undefined)
					.map((cells) => [node, ...cells]),
			);
			terminal.out(table([['NODE', ...mountHeadings], ...rows]));
		}),
});
