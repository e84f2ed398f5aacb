import { clientFlags } from '../client-flags.ts';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { withNodes } from '../nodes/node-session.ts';
import { fixed } from '../output/go-number.ts';
import { table } from '../output/table.ts';

/** `mounts`: the file systems of nodes and how full they are, but for those without a size. */
export const mounts = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: clientFlags,
	run: async ({ flags, terminal }) =>
		await withNodes(flags, terminal, async (session) => {
			const { answersOf } = await import('../nodes/answers.ts');
			const rows = (await answersOf(session, 'error getting mount information', session.client.machine.mounts({}))).flatMap(
				({ node, message }) =>
					message.stats
						.filter(({ size }) => size !== 0n)
						.map(({ filesystem, size, available, mountedOn }) => {
							const used = 100 - 100 * (Number(available) / Number(size));
							const sizes = [size, size - available, available].map((bytes) => fixed(Number(BigInt.asUintN(64, bytes)) * 1e-9, 2));
							return [node, filesystem, ...sizes, `${fixed(used, 2)}%`, mountedOn];
						}),
			);
			terminal.out(table([['NODE', 'FILESYSTEM', 'SIZE(GB)', 'USED(GB)', 'AVAILABLE(GB)', 'PERCENT USED', 'MOUNTED ON'], ...rows]));
		}),
});
